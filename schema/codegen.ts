/**
 * Writes the types that follow from the contract: resolver types for the server, typed operations for the client package and
 * for the web. The output is committed; the gate runs this again and fails on any difference.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { buildSchema, parse } from 'graphql';
import { documentErrors, readDocuments } from './documents.ts';
import { mappers } from './mappers.ts';
import { readSdl } from './src/sdl.ts';

type PluginConfig = Record<string, unknown>;
type Output = {
  file: string;
  documentFolder?: string;
  /** Directives that the client itself understands and takes out before it sends a document. */
  clientDirectives?: string;
  plugins: Record<string, { plugin: (typeof typescript)['plugin'] }>;
  config: PluginConfig;
};

const root = fileURLToPath(new URL('..', import.meta.url));
/** The gate writes into an empty folder of its own and compares. */
const target = process.argv[2] ?? root;
const header =
  '// Written by schema/codegen.ts from schema/*.graphql and the operations: run `npm run codegen`, do not edit.\n';

const operationPlugins = { typescriptOperations, typedDocumentNode } as unknown as Output['plugins'];
const operationConfig: PluginConfig = {
  strictScalars: true,
  scalars: { DateTime: 'string', ID: 'string' },
  useTypeImports: true,
  arrayInputCoercion: false,
};

const outputs: Output[] = [
  {
    file: 'server/src/transport/graphql/__generated__/resolvers.ts',
    plugins: { typescript, typescriptResolvers } as unknown as Output['plugins'],
    config: {
      strictScalars: true,
      scalars: { DateTime: 'Date', ID: 'string' },
      enumsAsTypes: true,
      useTypeImports: true,
      skipTypename: true,
      immutableTypes: true,
      contextType: '../context.ts#GraphQLContext',
      mappers,
      maybeValue: 'T | null',
      inputMaybeValue: 'T | null | undefined',
      avoidOptionals: { field: true, query: true, mutation: true, subscription: true },
    },
  },
  {
    file: 'schema/src/__generated__/operations.ts',
    documentFolder: 'schema/src/operations',
    plugins: operationPlugins,
    config: operationConfig,
  },
  {
    file: 'web/src/__generated__/operations.ts',
    documentFolder: 'web/src',
    clientDirectives:
      'directive @unmask(mode: String) on FRAGMENT_SPREAD directive @nonreactive on FIELD | FRAGMENT_SPREAD',
    plugins: operationPlugins,
    config: { ...operationConfig, inlineFragmentTypes: 'mask', customDirectives: { apolloUnmask: true } },
  },
];

async function generate({ file, documentFolder, clientDirectives = '', plugins, config }: Output): Promise<string> {
  const sdl = `${readSdl()}\n${clientDirectives}`;
  const schemaAst = buildSchema(sdl);
  const documents = documentFolder ? readDocuments(root, documentFolder) : [];
  const errors = documentErrors(schemaAst, documents);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  if (documentFolder && documents.length === 0) return `${header}export {};\n`;
  const body = await codegen({
    filename: file,
    schema: parse(sdl),
    schemaAst,
    documents,
    config,
    plugins: Object.keys(plugins).map((name) => ({ [name]: {} })),
    pluginMap: plugins,
    skipDocumentsValidation: true,
  });
  return `${header}${body.trim()}\n`;
}

try {
  const written = await Promise.all(
    outputs.map(async (output) => ({ file: output.file, text: await generate(output) })),
  );
  for (const { file, text } of written) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), text);
  }
} catch (error) {
  // Wrong documents are the author's mistake, not this script's: the messages say enough without a stack.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
