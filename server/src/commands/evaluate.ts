/** `npm run evaluate -- FILE`: measures how well incidents agree with known faults. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Policy, parsePolicyYaml, presets } from '../engines/policy.ts';
import { type Evaluation, evaluate } from './evaluate/evaluation.ts';
import { type LabelledAlert, parseLabelledAlerts } from './evaluate/labelledAlerts.ts';
import { overlaid } from './evaluate/overlay.ts';
import { MalformedFile } from './replay/csv.ts';

const usage = `Usage: npm run evaluate -- FILE [--json] [--overlay] [--shift MINUTES] [--policy FILE]

Sends labelled alerts through the engines, each decided as it arrives, and compares the incidents with the labels: alone, and
overlaid with a second copy of them, later and under other service names. FILE holds JSON lines, gzipped or not: at (ms since
the epoch), title, service, source or kind, label. The labels decide nothing. No server is needed and nothing is stored.

  --json           print the result as JSON
  --overlay        the overlaid alerts only
  --shift MINUTES  how much later the second copy is (97)
  --policy FILE    a policy as YAML in place of the default one

Exit code 2: the file or the policy could not be used.
`;

/** What the user can mend. Told in one line, without a stack. */
class Unusable extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        overlay: { type: 'boolean', default: false },
        shift: { type: 'string', default: '97' },
        policy: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const shiftMinutes = Number(values.shift);
    if (!values.help && positionals.length !== 1) throw new Error('give one file');
    if (!Number.isFinite(shiftMinutes)) throw new Error('--shift takes a number of minutes');
    return { ...values, shiftMs: shiftMinutes * 60_000, file: positionals[0] ?? '' };
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

function readPolicy(file: string | undefined): Policy {
  if (file === undefined) return presets['load-v2'];
  const parsed = parsePolicyYaml(readFile(file).toString('utf8'));
  if (!parsed.ok) throw new Unusable(parsed.errors.map(({ message }) => message).join('\n'));
  return parsed.policy;
}

function format(name: string, evaluation: Evaluation): string {
  const { signals, incidents, reduction, homogeneity, completeness, vMeasure, signalsPerSecond } = evaluation;
  const shares = `homogeneity ${homogeneity.toFixed(4)}  completeness ${completeness.toFixed(4)}  V ${vMeasure.toFixed(4)}`;
  const counts = `signals ${signals}  incidents ${incidents}  reduction ${(100 * reduction).toFixed(2)} %`;
  return `${name.padEnd(9)} ${counts}  ${shares}  (${signalsPerSecond} signals/s)\n`;
}

function measure(alerts: readonly LabelledAlert[], policy: Policy): Evaluation {
  return evaluate(alerts, policy, () => performance.now());
}

function run(): void {
  const options = readArguments();
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  const alerts = parseLabelledAlerts(readFile(options.file));
  const policy = readPolicy(options.policy);
  const alone = options.overlay ? null : measure(alerts, policy);
  const both = measure(overlaid(alerts, options.shiftMs), policy);
  if (options.json) {
    const report = { policy: policy.name, ...(alone === null ? {} : { alone }), overlaid: both };
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  if (alone !== null) process.stdout.write(format('alone', alone));
  process.stdout.write(format('overlaid', both));
}

try {
  run();
} catch (error) {
  const expected = error instanceof Unusable || error instanceof MalformedFile;
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`evaluate: ${text?.trimEnd()}\n`);
  process.exitCode = 2;
}
