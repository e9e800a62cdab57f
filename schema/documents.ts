import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  concatAST,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  Source,
  validate,
} from 'graphql';

export type LoadedDocument = { location: string; document: DocumentNode };

/** Reads every `*.graphql` file below a folder, in the order of their paths. Locations are relative to `root`. */
export function readDocuments(root: string, folder: string): LoadedDocument[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
    .map((location) => ({
      location,
      document: parse(new Source(readFileSync(join(root, location), 'utf8'), location)),
    }));
}

/** What is wrong with the documents as one client: each message names the file, line and column. Empty when nothing is. */
export function documentErrors(schema: GraphQLSchema, documents: LoadedDocument[]): string[] {
  const unnamed = documents.flatMap(({ location, document }) =>
    document.definitions.some((definition) => definition.kind === Kind.OPERATION_DEFINITION && !definition.name)
      ? [`${location}: every operation needs a name`]
      : [],
  );
  const merged = concatAST(documents.map(({ document }) => document));
  return [...unnamed, ...(merged.definitions.length === 0 ? [] : validate(schema, merged).map(describe))];
}

function describe(error: GraphQLError): string {
  const places = (error.nodes ?? []).flatMap(({ loc }) =>
    loc ? [`${loc.source.name}:${loc.startToken.line}:${loc.startToken.column}`] : [],
  );
  return `${places.join(', ')}: ${error.message}`;
}
