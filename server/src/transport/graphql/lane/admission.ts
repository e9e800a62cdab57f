import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { Viewer } from '../../../domain/access.ts';
import { admitOperation } from '../admitOperation.ts';
import { pageArguments, type Variables } from '../complexity.ts';

/** More page sizes than these that clients ask for are not remembered. */
const mostVerdicts = 200;

/**
 * `admitOperation` with a memory. Its verdict rests on the document, on the viewer's role (see `may`), and on the variables that give page
 * sizes, so those are the key. Says only whether; who is refused learns why from Apollo.
 */
export function rememberAdmission(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (viewer: Viewer, variables: Variables) => boolean {
  const sizes = pageSizeVariables(document);
  const verdicts = new Map<string, boolean>();

  return (viewer, variables) => {
    let key: string = viewer.role;
    for (const name of sizes) key += ` ${sizeIn(variables, name)}`;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const admitted = admitOperation({ schema, document, operation, variables, viewer }) === null;
    if (verdicts.size >= mostVerdicts) verdicts.clear();
    verdicts.set(key, admitted);
    return admitted;
  };
}

function pageSizeVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => {
      if (pageArguments.includes(name.value) && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** What the estimate makes of it: a number, or nothing that counts, which is not the same as not given where there is a default. */
function sizeIn(variables: Variables, name: string): string {
  const size = variables[name];
  if (typeof size === 'number') return String(size);
  return size === undefined ? 'default' : 'none';
}
