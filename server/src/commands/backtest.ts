/** `npm run backtest -- --policy FILE --from DAY --to DAY`: rehearses stored signals under a draft policy. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BacktestProgress, createVigilClient, VigilError } from '@vigil/schema';
import { parseMoment } from '../application/moment.ts';
import { ConfigError } from '../config.ts';
import { formatBacktest } from './backtest/formatBacktest.ts';
import { readCommandTarget } from './commandTarget.ts';
import { formatProgress } from './replay/progress.ts';

const usage = `Usage: npm run backtest -- --policy FILE --from MOMENT --to MOMENT [--json]

Replays the signals that a running server stored under the policy in FILE (YAML), and compares with what happened. Nothing is written or sent.

  --policy FILE   the draft; - reads standard input
  --from, --to    a day such as 2026-01-31 (UTC) or a moment such as 2026-01-31T08:00:00Z; --to is excluded; at most 31 days
  --json          print the report as JSON

VIGIL_URL is the server (http://127.0.0.1:8080), VIGIL_TOKEN a token that may read; without it the administrator's token of a server on
this machine is used. Ctrl-C ends the backtest.
Exit code 1: the policy is not valid. 2: the file or the server could not be used.
`;

type Report = NonNullable<BacktestProgress['report']>;

/** What the user can mend. Told in one line, without a stack. */
class Unusable extends Error {}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        policy: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return null;
    const { policy = '', json } = values;
    if (policy === '') throw new Error('--policy takes a file');
    return { policy, json, from: momentOf('--from', values.from), to: momentOf('--to', values.to) };
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : error}\n\n${usage}`, { cause: error });
  }
}

function momentOf(name: string, text = ''): string {
  const moment = parseMoment(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
  if (moment === null)
    throw new Error(`${name} takes a day or a moment, for example 2026-01-31 or 2026-01-31T08:00:00Z`);
  return moment.toISOString();
}

function readFile(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw new Unusable(`cannot read ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

async function backtest(): Promise<number> {
  const options = readArguments();
  if (options === null) {
    process.stdout.write(usage);
    return 0;
  }
  const document = readFile(options.policy);
  const client = createVigilClient({ ...readCommandTarget(), retryForMs: 0 });
  const startedAt = performance.now();
  let report: Report | null = null;
  try {
    for await (const progress of client.backtest({ document, range: { from: options.from, to: options.to } })) {
      show(progress, performance.now() - startedAt);
      report = progress.report ?? report;
    }
  } finally {
    client.close();
  }
  if (report === null) throw new Unusable('the server ended the backtest without a report');
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : formatBacktest(report));
  return report.userErrors.length > 0 ? 1 : 0;
}

/** On a terminal only: elsewhere the report is all that is wanted. */
function show({ done, total, report }: BacktestProgress, elapsedMs: number): void {
  if (!process.stderr.isTTY) return;
  const line = formatProgress({ done, total, elapsedMs, idleMs: 0 });
  process.stderr.write(`\r\u001b[K${line}${report === null ? '' : '\n'}`);
}

try {
  process.exitCode = await backtest();
} catch (error) {
  const expected = [Unusable, ConfigError, VigilError].some((kind) => error instanceof kind);
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`backtest: ${text?.trimEnd()}\n`);
  process.exitCode = 2;
}
