import { type DocumentNode, type ExecutionArgs, getOperationAST, Kind, visit } from 'graphql';
import type { Role } from '../../domain/access.ts';

/** By document: the cache of documents gives out the same one for the same text. */
const cursorVariables = new WeakMap<DocumentNode, Map<string | null, string | null>>();

/**
 * What a subscriber asks of each event: document, variables and rights. Subscribers with the same question get the same answer. The
 * cursor that one began at makes no difference to it.
 */
export function questionOf(args: ExecutionArgs, role: Role): string {
  const { document, operationName, variableValues } = args;
  const ignored = knownCursorVariable(document, operationName ?? null);
  const variables = Object.entries(variableValues ?? {}).filter(([name]) => name !== ignored);
  return JSON.stringify([
    role,
    document.loc?.source.body,
    operationName,
    variables.sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}

function knownCursorVariable(document: DocumentNode, operationName: string | null): string | null {
  const known = cursorVariables.get(document) ?? new Map<string | null, string | null>();
  cursorVariables.set(document, known);
  const variable = known.get(operationName);
  if (variable !== undefined) return variable;
  const found = cursorVariable(document, operationName);
  known.set(operationName, found);
  return found;
}

/** The variable that stands for `after` of the root field and for nothing else. */
function cursorVariable(document: DocumentNode, operationName: string | null): string | null {
  const root = getOperationAST(document, operationName)?.selectionSet.selections[0];
  if (root?.kind !== Kind.FIELD) return null;
  const after = root.arguments?.find(({ name }) => name.value === 'after')?.value;
  if (after?.kind !== Kind.VARIABLE) return null;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      if (name.value === after.name.value) uses += 1;
    },
  });
  return uses === 1 ? after.name.value : null;
}
