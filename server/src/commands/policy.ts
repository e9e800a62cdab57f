/** `npm run policy -- export|import|activate`: the policy as a file. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createVigilClient, type UserError, VigilError } from '@vigil/schema';
import { ConfigError } from '../config.ts';
import { readCommandTarget } from './commandTarget.ts';

const usage = `Usage: npm run policy -- export [VERSION]             print a version as YAML; the one in force when none is given
       npm run policy -- import FILE [--note TEXT]     keep a file (- for standard input) as a new version, not in force
       npm run policy -- activate VERSION --reason TEXT  put a version in force; an older one rolls back

VIGIL_URL is the server (http://127.0.0.1:8080), VIGIL_TOKEN an administrator's token; without it that of a server on this machine is used.
Exit code 1: the server refused it. 2: the arguments, the file or the server could not be used.
`;

/** What the user can mend. Told in one line, without a stack. */
class Unusable extends Error {}

type Client = ReturnType<typeof createVigilClient>;

async function policy(): Promise<number> {
  const { values, positionals } = readArguments();
  const [action, argument] = positionals;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const act = planOf(action, argument, values);
  const client = createVigilClient({ ...readCommandTarget(), retryForMs: 0 });
  try {
    return await act(client);
  } finally {
    client.close();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        note: { type: 'string' },
        reason: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : error}\n\n${usage}`, { cause: error });
  }
}

/** Checks the arguments before a server is asked for. */
function planOf(
  action: string | undefined,
  argument: string | undefined,
  { note, reason }: { note?: string | undefined; reason?: string | undefined },
): (client: Client) => Promise<number> {
  if (action === 'export') {
    const version = argument === undefined ? undefined : versionOf(argument);
    return (client) => exportPolicy(client, version);
  }
  if (action === 'import' && argument !== undefined) {
    const document = readFile(argument);
    return (client) => importPolicy(client, document, note);
  }
  if (action === 'activate' && argument !== undefined && reason !== undefined) {
    const version = versionOf(argument);
    return (client) => activatePolicy(client, version, reason);
  }
  throw new Unusable(usage);
}

async function exportPolicy(client: Client, version: number | undefined): Promise<number> {
  const found = await client.policy(version);
  if (found === null) return refused([`There is no version ${version}`]);
  process.stdout.write(found.document);
  return 0;
}

async function importPolicy(client: Client, document: string, note: string | undefined): Promise<number> {
  const { policy: kept, changes, userErrors } = await client.createPolicyDraft(document, note);
  if (userErrors.length > 0) return refused(messagesOf(userErrors));
  const lines = changes.map(({ path, before, after }) => `  ${path.join('.')}: ${before ?? '-'} → ${after ?? '-'}\n`);
  process.stdout.write(`Kept as version ${kept?.version}, which is not in force. It would change:\n${lines.join('')}`);
  return 0;
}

async function activatePolicy(client: Client, version: number, reason: string): Promise<number> {
  const { policy: active, userErrors } = await client.activatePolicy(version, reason);
  if (userErrors.length > 0) return refused(messagesOf(userErrors));
  process.stdout.write(`Version ${active?.version} (${active?.name}) is in force.\n`);
  return 0;
}

function messagesOf(errors: readonly Pick<UserError, 'message'>[]): string[] {
  return errors.map(({ message }) => message);
}

function refused(messages: readonly string[]): number {
  process.stderr.write(messages.map((message) => `policy: ${message}\n`).join(''));
  return 1;
}

function versionOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Unusable(`${JSON.stringify(text)} is not a version\n\n${usage}`);
}

function readFile(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw new Unusable(`cannot read ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

try {
  process.exitCode = await policy();
} catch (error) {
  const expected = [Unusable, ConfigError, VigilError].some((kind) => error instanceof kind);
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`policy: ${text?.trimEnd()}\n`);
  process.exitCode = 2;
}
