import type { Classification } from '../../engines/classification.ts';
import type { SeriesReport } from './anomalySeries.ts';
import type { RulesReport, ServerDayReport } from './serverDay.ts';

export function formatServerDay(report: ServerDayReport): string {
  const lines = [
    `${report.readings} readings, ${report.labelled} labelled; by twelfths of the file: ${report.labelledByTwelfth.join(' ')}`,
    '',
    'The rules against the labels',
    ...rulesLines('with the confidence', report.withConfidence),
    ...rulesLines('from metrics alone ', report.metricsAlone),
    '',
    'Metrics alone, trained on the first part of the day and asked about the rest (HIGH and above)',
  ];
  for (const { trainShare, labelledBefore, labelledAfter, heldOut, rulesFromMedium, everythingF1 } of report.splits) {
    lines.push(`  first ${percent(trainShare)}: ${labelledBefore} labelled before, ${labelledAfter} after`);
    lines.push(`    rules       ${heldOut === null ? '-' : figures(heldOut.rules)}`);
    lines.push(`    from MEDIUM ${figures(rulesFromMedium)}`);
    lines.push(`    model       ${heldOut === null ? 'too little to learn from' : figures(heldOut.model)}`);
    lines.push(`    everything  F1 ${everythingF1.toFixed(3)}`);
  }
  return `${lines.join('\n')}\n`;
}

export function formatSeries(reports: readonly SeriesReport[]): string {
  const sum = (of: (report: SeriesReport) => number) => reports.reduce((all, report) => all + of(report), 0);
  const row = (name: string, readings: number, windows: number, ...counts: number[]) =>
    [name.padEnd(38), ...[readings, windows, ...counts].map((value) => String(value).padStart(9))].join('');
  const head = ['readings', 'windows', 'MED', 'in wind.', 'detected', 'HIGH', 'in wind.', 'detected'];
  const lines = reports.map(({ name, readings, windows, medium, high }) =>
    row(name, readings, windows, ...Object.values(medium), ...Object.values(high)),
  );
  const total = row(
    'all',
    sum((one) => one.readings),
    sum((one) => one.windows),
    ...(['medium', 'high'] as const).flatMap((least) => [
      sum((one) => one[least].incidents),
      sum((one) => one[least].inWindow),
      sum((one) => one[least].detected),
    ]),
  );
  const header = ['series'.padEnd(38), ...head.map((word) => word.padStart(9))].join('');
  return `${[header, ...lines, total].join('\n')}\n`;
}

function rulesLines(name: string, { medium, high, incidents, noise }: RulesReport): string[] {
  const readings = noise === null ? '' : `, ${Math.round(noise)} readings each`;
  return [
    `  ${name}  HIGH and above    ${figures(high)}`,
    `  ${' '.repeat(name.length)}  MEDIUM and above  ${figures(medium)}`,
    `  ${' '.repeat(name.length)}  ${incidents} incidents${readings}`,
  ];
}

function figures({ predicted, right, precision, recall, f1 }: Classification): string {
  const share = (value: number | null) => (value === null ? '-' : value.toFixed(3));
  return `precision ${share(precision)}  recall ${share(recall)}  F1 ${share(f1)}  (${right} right of ${predicted} called)`;
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
