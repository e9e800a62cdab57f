import { fileURLToPath } from 'node:url';

/** The folder of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** To the person at the terminal; standard output belongs to the command, which may print JSON. */
export function say(text) {
  process.stderr.write(`vigil: ${text}\n`);
}
