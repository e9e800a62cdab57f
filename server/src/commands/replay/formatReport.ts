import type { ReplayReport } from './tally.ts';

/** The report as a table for people. */
export function formatReport(report: ReplayReport): string {
  const stress = Object.entries(report.stress).filter(([, count]) => count > 0);
  const rows: [string, number][] = [
    ['Signals', report.signals],
    ...Object.entries(report.severity).map(([name, count]): [string, number] => [`  ${name}`, count]),
    ...stress.map(([name, count]): [string, number] => [`  stress ${name}`, count]),
    ['Incidents', report.incidents],
    ['Escalations', report.escalations],
    ['Signals per second', report.ratePerSecond],
  ];
  const shown = rows.map(([name, value]) => [name, value.toLocaleString('en-US')] as const);
  const nameWidth = Math.max(...shown.map(([name]) => name.length));
  const valueWidth = Math.max(...shown.map(([, value]) => value.length));
  return shown.map(([name, value]) => `${name.padEnd(nameWidth)}  ${value.padStart(valueWidth)}\n`).join('');
}
