/** `npm run replay -- FILE`: sends a file of readings to a running server and counts what it made of them. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createVigilClient, type IngestResult, VigilError } from '@vigil/schema';
import { ConfigError, readCommandConfig, readServerConfig } from '../config.ts';
import { findLocalToken } from './localToken.ts';
import { MalformedFile } from './replay/csv.ts';
import { formatReport } from './replay/formatReport.ts';
import { startProgress } from './replay/progress.ts';
import { parseReadings, type Reading, readingSignals } from './replay/readings.ts';
import { sendReadings } from './replay/sendReadings.ts';
import { createTally } from './replay/tally.ts';

const usage = `Usage: npm run replay -- FILE [--json] [--batch N] [--service NAME]

Sends the readings of a CSV file (columns timestamp, cpu_percent, rss_MB, stack_latency_ms, final_score) to a running
server and prints what it made of them. A run that was stopped can be started again: no reading counts twice.

  --json          print the result as JSON
  --batch N       readings in one request, 1 to 500 (500)
  --service NAME  the service that the readings are about (server)

VIGIL_URL is the server (http://127.0.0.1:8080), VIGIL_TOKEN a token that may send signals; without it the
administrator's token of a server on this machine is used.
Exit code 1: some readings were refused. 2: the file or the server could not be used.
`;

/** How long a server that went away in the middle is waited for. */
const awayMs = 90_000;
const mostNamed = 20;

/** What the user can mend. Told in one line, without a stack. */
class Unusable extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        batch: { type: 'string', default: '500' },
        service: { type: 'string', default: 'server' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const batch = Number(values.batch);
    if (!values.help && positionals.length !== 1) throw new Error('give one file');
    if (!Number.isInteger(batch) || batch < 1 || batch > 500) throw new Error('--batch takes a number from 1 to 500');
    return { ...values, batch, file: positionals[0] ?? '' };
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : error}\n\n${usage}`, { cause: error });
  }
}

function readFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Unusable(`cannot read ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function readTarget(): { url: string; token: string } {
  const { url, token } = readCommandConfig();
  const found = token ?? findLocalToken(url, readServerConfig());
  if (found === null) throw new Unusable(`VIGIL_TOKEN is not set, and no token of a server at ${url} was found here`);
  return { url, token: found };
}

/** Fails at once, and not after a minute of patience, when there is no server or the token is wrong. */
async function checkServer(target: { url: string; token: string }): Promise<void> {
  const client = createVigilClient({ ...target, retryForMs: 0 });
  const { name, role } = await client.viewer().catch((error: unknown) => {
    if (!(error instanceof VigilError) || error.code !== 'UNAUTHENTICATED') throw error;
    throw new Unusable(`${target.url} does not know this token: set VIGIL_TOKEN`, { cause: error });
  });
  if (role === 'VIEWER') throw new Unusable(`the token "${name}" may only read: it takes INGESTER, RESPONDER or ADMIN`);
}

async function replay(): Promise<number> {
  const options = readArguments();
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const content = readFile(options.file);
  const readings = parseReadings(content.toString('utf8'));
  const target = readTarget();
  await checkServer(target);

  const client = createVigilClient({ ...target, retryForMs: awayMs });
  const tally = createTally();
  const refused: string[] = [];
  const startedAt = performance.now();
  const now = () => performance.now();
  const progress = startProgress(readings.length, process.stderr, now);
  try {
    await sendReadings(readingSignals(readings, content, options.service), {
      ingestAll: client.ingestAll,
      batchSize: options.batch,
      now,
      onAnswers: (results, from) => {
        for (const [index, result] of results.entries()) {
          tally.add(result);
          if (result.outcome === 'REJECTED') refused.push(describeRefusal(readings[from + index], result));
        }
        progress.advance(from + results.length);
      },
    });
  } finally {
    progress.stop();
    client.close();
  }

  const report = tally.report(performance.now() - startedAt);
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : formatReport(report));
  for (const line of refused.slice(0, mostNamed)) process.stderr.write(`${line}\n`);
  if (refused.length > mostNamed) process.stderr.write(`and ${refused.length - mostNamed} more were refused\n`);
  return refused.length > 0 ? 1 : 0;
}

function describeRefusal(reading: Reading | undefined, { userErrors }: IngestResult): string {
  return `line ${reading?.line}: refused: ${userErrors.map(({ message }) => message).join(' ')}`;
}

try {
  process.exitCode = await replay();
} catch (error) {
  const expected = [Unusable, MalformedFile, ConfigError, VigilError].some((kind) => error instanceof kind);
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`replay: ${text?.trimEnd()}\n`);
  process.exitCode = 2;
}
