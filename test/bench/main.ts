import { parseArgs } from 'node:util';
import { alertStorm } from './alertStorm.ts';
import { boardBudgets } from './boardBudgets.ts';
import { bulkIngest } from './bulkIngest.ts';
import { commitToSocket } from './commitToSocket.ts';
import { readCommitted, regressions, saveFigures } from './committedTable.ts';
import { fanOut1000, fanOut5000 } from './fanOut.ts';
import { fullDatabase } from './fullDatabase.ts';
import { type Figure, type Goal, goalText, isMet, toJson } from './goal.ts';
import { type Ground, openGround } from './ground.ts';
import { idleSubscriberMemory } from './idleSubscriberMemory.ts';
import { ingestLatency } from './ingestLatency.ts';
import { metricsAtScale } from './metricsAtScale.ts';
import { ndjsonStream } from './ndjsonStream.ts';
import { overAlertmanager } from './overAlertmanager.ts';
import { overDjango } from './overDjango.ts';
import { rollupCost } from './rollupCost.ts';
import { singleIngest } from './singleIngest.ts';
import { soak } from './soak.ts';

interface Benchmark {
  /** By the name of each figure that it finds. */
  readonly goals: Readonly<Record<string, Goal>>;
  /** How often it is measured at most: for what takes long. */
  readonly rounds?: number;
  measure(ground: Ground, options: { readonly minutes: number }): Promise<Measured>;
}

interface Measured {
  readonly values: Readonly<Record<string, number>>;
  /** How all figures came about. */
  readonly detail: string;
  /** How single ones did, where that says more. */
  readonly details?: Readonly<Record<string, string>>;
}

/** Everything that can be measured; mostly ratios against a peer or a limit in the same run. */
const benchmarks: Readonly<Record<string, Benchmark>> = {
  bulkIngest,
  ndjsonStream,
  singleIngest,
  overAlertmanager,
  overDjango,
  ingestLatency,
  alertStorm,
  fanOut1000,
  fanOut5000,
  commitToSocket,
  idleSubscriberMemory,
  boardBudgets,
  soak,
  rollupCost,
  metricsAtScale,
  fullDatabase,
};

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    // Of the soak and of the board's growth.
    minutes: { type: 'string', default: '5' },
    save: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  const names = Object.keys(benchmarks).join(', ');
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${names}\n`);
  process.exit(2);
}

const figures: Record<string, Figure> = {};
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (positionals.length === 0 || positionals.includes(name)) Object.assign(figures, await measure(name, benchmark));
}
const printed = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, toJson(figure)]));
process.stdout.write(values.json ? `${JSON.stringify({ ratios: printed })}\n` : tableOf(figures));
if (values.check) {
  const worse = regressions(await readCommitted(), figures);
  for (const line of worse) process.stderr.write(`${line}\n`);
  if (worse.length > 0) process.exitCode = 1;
}
if (values.save) await saveFigures(figures);

/** The median of each figure over the rounds, on a ground of its own: what another benchmark left behind is no matter of this one. */
async function measure(
  name: string,
  { goals, rounds: most, measure: once }: Benchmark,
): Promise<Record<string, Figure>> {
  const rounds = Math.min(Number(values.rounds), most ?? Number.POSITIVE_INFINITY);
  const found: Measured[] = [];
  const ground = await openGround();
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const measured = await once(ground, { minutes: Number(values.minutes) });
      found.push(measured);
      const shown = Object.values(measured.values).map((value) => value.toFixed(3));
      process.stderr.write(`${name} ${round}/${rounds}: ${shown.join(', ')} (${measured.detail})\n`);
    }
  } finally {
    await ground.close();
  }
  return Object.fromEntries(
    Object.entries(goals).map(([figure, goal]) => {
      const sorted = found.toSorted((a, b) => (a.values[figure] ?? 0) - (b.values[figure] ?? 0));
      const middle = sorted[Math.floor((sorted.length - 1) / 2)];
      if (middle === undefined) throw new Error('There is no median of nothing');
      return [
        figure,
        { value: middle.values[figure] ?? Number.NaN, goal, detail: middle.details?.[figure] ?? middle.detail },
      ];
    }),
  );
}

function tableOf(figures: Readonly<Record<string, Figure>>): string {
  const lines = Object.entries(figures).map(([name, { value, goal }]) => {
    const verdict = isMet(value, goal) ? 'met' : 'missed';
    return `${name.padEnd(28)} ${value.toFixed(2).padStart(8)}   ${goalText(goal).padEnd(14)} ${verdict}`;
  });
  return `${lines.join('\n')}\n`;
}
