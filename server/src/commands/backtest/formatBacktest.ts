import type { BacktestProgress } from '@vigil/schema';

type Report = NonNullable<BacktestProgress['report']>;
type Side = NonNullable<Report['draft']>;

const mostNamed = 10;

/** The report as a table for people: what happened, what the draft would have done, and where they differ. */
export function formatBacktest({ signals, actual, draft, difference, userErrors }: Report): string {
  if (actual === null || draft === null || difference === null) {
    return `The policy is not valid:\n${userErrors.map(({ message }) => `  ${message}\n`).join('')}`;
  }
  const row = (name: string, value: (side: Side) => number | null): string[] => {
    const [was, is] = [value(actual), value(draft)];
    const change = was === null || is === null ? '' : signed(is - was);
    return [name, shown(was), shown(is), change];
  };
  const table = formatTable([
    [`${number(signals)} signals`, 'actual', 'draft', 'change'],
    row('Incidents opened', ({ incidents }) => incidents),
    ...bySeverity(actual.incidentSeverity, draft.incidentSeverity),
    row('Signals joined', ({ joined }) => joined),
    row('Signals reopened one', ({ reopened }) => reopened),
    row('Signals suppressed', ({ suppressed }) => suppressed),
    row('Signals logged only', ({ logged }) => logged),
    row('Escalations', ({ escalations }) => escalations),
    row('Notifications', ({ notifications }) => notifications),
    row('Signals an incident', ({ signalsPerIncident }) => signalsPerIncident),
    row('Noise ratio', ({ noiseRatio }) => noiseRatio),
  ]);
  const named = (lines: readonly string[], count: number) => [
    ...lines.slice(0, mostNamed).map((line) => `  ${line}`),
    ...(count > mostNamed && lines.length > 0
      ? [`  and ${number(count - Math.min(mostNamed, lines.length))} more`]
      : []),
  ];
  const lines = [
    `${number(difference.signals)} signals have another severity`,
    ...difference.severityShifts.map(({ before, after, count }) => `  ${before} → ${after}: ${number(count)}`),
    `${number(difference.incidents)} incidents have another highest severity`,
    ...named(
      difference.incidentExamples.map((one) => `#${one.number} ${one.service}: ${one.before} → ${one.after}`),
      difference.incidents,
    ),
    `${number(difference.incidentsAdded)} incidents more, ${number(difference.incidentsMerged)} merged into others, ${number(difference.incidentsRemoved)} not opened`,
    `Escalations: ${number(difference.escalationsAdded)} more, ${number(difference.escalationsRemoved)} fewer`,
    `Notifications: ${number(difference.notificationsAdded)} more, ${number(difference.notificationsRemoved)} fewer`,
  ];
  return `${table}\n${lines.join('\n')}\n`;
}

function bySeverity(actual: Side['incidentSeverity'], draft: Side['incidentSeverity']): string[][] {
  return actual.map(({ severity, count }) => {
    const after = draft.find((one) => one.severity === severity)?.count ?? 0;
    return [`  highest ${severity}`, number(count), number(after), signed(after - count)];
  });
}

function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

function shown(value: number | null): string {
  return value === null ? '-' : number(value);
}

function signed(value: number): string {
  return value === 0 ? '' : `${value > 0 ? '+' : ''}${number(value)}`;
}
