import { parseArgs } from 'node:util';
import { bulkIngest } from './bulkIngest.ts';
import { openGround } from './ground.ts';
import { median } from './median.ts';
import { singleIngest } from './singleIngest.ts';

/** Everything that can be measured; each is a ratio against a peer or a limit in the same run. */
const benchmarks = { bulkIngest, singleIngest };
const rounds = 3;

interface Ratio {
  readonly value: number;
  readonly goal: number;
  readonly met: boolean;
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const chosen = Object.entries(benchmarks).filter(([name]) => positionals.length === 0 || positionals.includes(name));
if (chosen.length === 0) {
  process.stderr.write(
    `There is no benchmark ${positionals.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}\n`,
  );
  process.exit(2);
}

const ground = await openGround();
try {
  const ratios: Record<string, Ratio> = {};
  for (const [name, { goal, measure }] of chosen) {
    const found: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const { value, detail } = await measure(ground);
      found.push(value);
      process.stderr.write(`${name} ${round}/${rounds}: ${value.toFixed(3)} (${detail})\n`);
    }
    const value = median(found);
    ratios[name] = { value, goal, met: value >= goal };
  }
  process.stdout.write(values.json ? `${JSON.stringify({ ratios })}\n` : tableOf(ratios));
} finally {
  await ground.close();
}

function tableOf(ratios: Readonly<Record<string, Ratio>>): string {
  const lines = Object.entries(ratios).map(([name, { value, goal, met }]) => {
    return `${name.padEnd(16)} ${value.toFixed(2).padStart(6)}   goal ${goal.toFixed(2)}   ${met ? 'met' : 'missed'}`;
  });
  return `${lines.join('\n')}\n`;
}
