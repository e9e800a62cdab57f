/** `npm run metrics -- check|rebuild`: the rollups of the metrics against the incidents. */
import { parseArgs } from 'node:util';
import { checkRollups, type RollupCheck, rebuildRollups } from '../application/metricRollups.ts';
import { ConfigError } from '../config.ts';
import type { CellDifference } from '../engines/metrics/compareCells.ts';
import { openDatabase } from '../persistence/database.ts';
import { openCommandDatabase } from './commandDatabase.ts';

const usage = `Usage: npm run metrics -- check [--json]    recompute the rollups from the incidents and print each difference
       npm run metrics -- rebuild [--json]  build the rollups anew

Works on the database itself: DATABASE_URL, or the one in VIGIL_DATA_DIR, whether a server runs or not. The check looks at one
moment and keeps nobody waiting; while the rebuild works on a day, changes of incidents wait.

  --json  print the result as JSON, every difference in it

Exit code 1: there are differences. 2: the arguments or the database could not be used.
`;

/** What the user can mend. Told in one line, without a stack. */
class Unusable extends Error {}

const mostPrinted = 50;

async function metrics(): Promise<number> {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [action] = positionals;
  if (positionals.length !== 1 || (action !== 'check' && action !== 'rebuild')) throw new Unusable(usage);
  const place = await openCommandDatabase();
  const database = openDatabase({ url: place.url, maxConnections: 2 });
  try {
    if (action === 'check') return printCheck(await checkRollups(database.sql), values.json);
    const incidents = await rebuildRollups(database.sql);
    process.stdout.write(values.json ? `${JSON.stringify({ incidents })}\n` : `Rebuilt from ${incidents} incidents.\n`);
    return 0;
  } finally {
    await database.close();
    await place.close();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : error}\n\n${usage}`, { cause: error });
  }
}

function printCheck(check: RollupCheck, json: boolean): number {
  const { incidents, cells, differences } = check;
  const exitCode = differences.length === 0 ? 0 : 1;
  if (json) {
    process.stdout.write(`${JSON.stringify(check)}\n`);
    return exitCode;
  }
  for (const difference of differences.slice(0, mostPrinted)) process.stdout.write(`${lineOf(difference)}\n`);
  const more = differences.length - mostPrinted;
  if (more > 0) process.stdout.write(`and ${more} more: --json prints all\n`);
  process.stdout.write(`${incidents} incidents, ${cells} cells, ${differences.length} differences\n`);
  return exitCode;
}

function lineOf({ cell, figure, stored, recomputed }: CellDifference): string {
  const { kind, start, value, severity, highestSeverity, historical } = cell;
  const where = `${kind} ${start.toISOString()} ${value} ${severity}, at most ${highestSeverity}${historical ? ', historical' : ''}`;
  return `${where}: ${figure} is ${stored}, the incidents say ${recomputed}`;
}

try {
  process.exitCode = await metrics();
} catch (error) {
  const expected = error instanceof Unusable || error instanceof ConfigError;
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`metrics: ${text?.trimEnd()}\n`);
  process.exitCode = 2;
}
