import { readFileSync } from 'node:fs';

interface ServerPackage {
  readonly config: { readonly nodeOptions: readonly string[] };
}

const { config }: ServerPackage = JSON.parse(
  readFileSync(new URL('../../server/package.json', import.meta.url), 'utf8'),
);

/** What `npm start` gives Node for the server. */
export const { nodeOptions } = config;
