/** `npm run calibrate -- FILE`: how a policy behaves on recorded readings, and whether a learned model would do better. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Policy, parsePolicyYaml, presets } from '../engines/policy.ts';
import { parseSeries, parseWindows, reportSeries } from './calibrate/anomalySeries.ts';
import { formatSeries, formatServerDay } from './calibrate/formatReport.ts';
import { labelledReadings } from './calibrate/labelledReadings.ts';
import { reportServerDay } from './calibrate/serverDay.ts';
import { MalformedFile } from './replay/csv.ts';

const usage = `Usage: npm run calibrate -- FILE [--policy YAML] [--json]
       npm run calibrate -- --series FOLDER --windows FILE [--policy YAML] [--json]

Sends recorded readings through the engines, without a server, and compares what they say with what the file says.

FILE is a CSV file as for npm run replay; rows whose column decision is not Normal are labelled. Prints precision, recall and
F1 of the rules, and of a model that is trained on the first part of the file and asked about the rest.
FOLDER holds series of the Numenta Anomaly Benchmark (columns timestamp, value); --windows is its combined_windows.json.

  --policy YAML  the policy to measure (the preset load-v2)
  --json         print the figures as JSON

Exit code 2: a file could not be used.
`;

/** What the user can mend. Told in one line, without a stack. */
class Unusable extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        series: { type: 'string' },
        windows: { type: 'string' },
        policy: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { series, windows } = values;
    if (series !== undefined && windows === undefined) throw new Error('--series needs --windows');
    if (!values.help && positionals.length + (series === undefined ? 0 : 1) !== 1)
      throw new Error('give one file or one folder');
    return { ...values, file: positionals[0] ?? '' };
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : error}\n\n${usage}`, { cause: error });
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Unusable(`cannot read ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function readPolicy(file: string | undefined): Policy {
  if (file === undefined) return presets['load-v2'];
  const parsed = parsePolicyYaml(readText(file));
  if (parsed.ok) return parsed.policy;
  throw new Unusable(parsed.errors.map(({ message }) => message).join('\n'));
}

function readSeriesFolder(folder: string, windowsFile: string) {
  const windows = parseWindows(readText(windowsFile));
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort();
  if (files.length === 0) throw new Unusable(`${folder} holds no CSV file`);
  return files.map((file) => parseSeries(basename(file), readText(join(folder, file)), windows.get(file) ?? []));
}

function calibrate(): void {
  const options = readArguments();
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  const policy = readPolicy(options.policy);
  if (options.series !== undefined) {
    const series = readSeriesFolder(options.series, options.windows ?? '');
    const reports = series.map((one) => reportSeries(one, policy));
    process.stdout.write(options.json ? `${JSON.stringify(reports)}\n` : formatSeries(reports));
    return;
  }
  const report = reportServerDay(labelledReadings(readText(options.file)), policy);
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : formatServerDay(report));
}

try {
  calibrate();
} catch (error) {
  const expected = error instanceof Unusable || error instanceof MalformedFile;
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`calibrate: ${text?.trimEnd()}\n`);
  process.exitCode = 2;
}
