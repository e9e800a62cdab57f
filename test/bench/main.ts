import { parseArgs } from 'node:util';
import { bulkIngest } from './bulkIngest.ts';
import { commitToSocket } from './commitToSocket.ts';
import { fanOut1000, fanOut5000 } from './fanOut.ts';
import { type Goal, goalText, isMet } from './goal.ts';
import { type Ground, openGround } from './ground.ts';
import { idleSubscriberMemory } from './idleSubscriberMemory.ts';
import { median } from './median.ts';
import { ndjsonStream } from './ndjsonStream.ts';
import { singleIngest } from './singleIngest.ts';

interface Benchmark {
  /** By the name of each figure that it finds. */
  readonly goals: Readonly<Record<string, Goal>>;
  measure(ground: Ground): Promise<{ readonly values: Readonly<Record<string, number>>; readonly detail: string }>;
}

/** Everything that can be measured; mostly ratios against a peer or a limit in the same run. */
const benchmarks: Readonly<Record<string, Benchmark>> = {
  bulkIngest,
  singleIngest,
  ndjsonStream,
  fanOut1000,
  fanOut5000,
  commitToSocket,
  idleSubscriberMemory,
};

interface Figure {
  readonly value: number;
  readonly goal: Goal;
  readonly met: boolean;
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const chosen = Object.entries(benchmarks).filter(([name]) => positionals.length === 0 || positionals.includes(name));
if (chosen.length === 0) {
  process.stderr.write(
    `There is no benchmark ${positionals.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}\n`,
  );
  process.exit(2);
}

const rounds = Number(values.rounds);
const ground = await openGround();
try {
  const ratios: Record<string, Figure> = {};
  for (const [name, { goals, measure }] of chosen) {
    const found: Readonly<Record<string, number>>[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const { values: measured, detail } = await measure(ground);
      found.push(measured);
      const shown = Object.values(measured).map((value) => value.toFixed(3));
      process.stderr.write(`${name} ${round}/${rounds}: ${shown.join(', ')} (${detail})\n`);
    }
    for (const [figure, goal] of Object.entries(goals)) {
      const value = median(found.map((measured) => measured[figure] ?? Number.NaN));
      ratios[figure] = { value, goal, met: isMet(value, goal) };
    }
  }
  process.stdout.write(values.json ? `${JSON.stringify({ ratios })}\n` : tableOf(ratios));
} finally {
  await ground.close();
}

function tableOf(figures: Readonly<Record<string, Figure>>): string {
  const lines = Object.entries(figures).map(([name, { value, goal, met }]) => {
    return `${name.padEnd(28)} ${value.toFixed(2).padStart(8)}   ${goalText(goal).padEnd(14)} ${met ? 'met' : 'missed'}`;
  });
  return `${lines.join('\n')}\n`;
}
