import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const contractFolder = fileURLToPath(new URL('../', import.meta.url));

/** The whole contract as SDL: every `*.graphql` file of this package, in the order of the file names. */
export function readSdl(): string {
  return readdirSync(contractFolder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(`${contractFolder}/${name}`, 'utf8').trim())
    .join('\n\n');
}
