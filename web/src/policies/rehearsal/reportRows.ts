import type { RehearsedSideFragment } from '../../__generated__/operations.ts';
import { formatCount, formatPercent } from '../../components/formatNumber.ts';
import { severities, severityWord } from '../../components/severity.ts';

export interface ReportRow {
  readonly name: string;
  /** As they are shown. */
  readonly actual: string;
  readonly draft: string;
  /** With its sign; empty when nothing is different. */
  readonly change: string;
}

/** The two sides of a rehearsal, line by line. */
export function reportRows(actual: RehearsedSideFragment, draft: RehearsedSideFragment): readonly ReportRow[] {
  const countOf = (side: RehearsedSideFragment, severity: string) =>
    side.incidentSeverity.find((each) => each.severity === severity)?.count ?? 0;
  return [
    countRow('Incidents opened', actual.incidents, draft.incidents),
    ...severities.map((severity) =>
      countRow(`… of them ${severityWord[severity]}`, countOf(actual, severity), countOf(draft, severity)),
    ),
    countRow('Signals that joined one', actual.joined, draft.joined),
    countRow('Signals that reopened one', actual.reopened, draft.reopened),
    countRow('Signals only logged', actual.logged, draft.logged),
    countRow('Signals suppressed', actual.suppressed, draft.suppressed),
    countRow('Escalations', actual.escalations, draft.escalations),
    countRow('Notifications', actual.notifications, draft.notifications),
    valueRow('Signals an incident', actual.signalsPerIncident, draft.signalsPerIncident, (value) => value.toFixed(1)),
    valueRow('Noise ratio', actual.noiseRatio, draft.noiseRatio, formatPercent),
  ];
}

/** The rehearsal in one sentence. */
export function verdictOf(actual: RehearsedSideFragment, draft: RehearsedSideFragment): string {
  const incidents = compare(actual.incidents, draft.incidents, 'incident');
  const notifications = compare(actual.notifications, draft.notifications, 'notification');
  if (incidents === null && notifications === null) return 'As many incidents and notifications as there were.';
  return `It would have opened ${incidents ?? 'as many incidents'} and sent ${notifications ?? 'as many notifications'}.`;
}

function compare(before: number, after: number, noun: string): string | null {
  if (before === after) return null;
  const difference = Math.abs(after - before);
  return `${formatCount(difference)} ${after < before ? 'fewer' : 'more'} ${noun}${difference === 1 ? '' : 's'} (${formatCount(after)} instead of ${formatCount(before)})`;
}

function countRow(name: string, actual: number, draft: number): ReportRow {
  return { name, actual: formatCount(actual), draft: formatCount(draft), change: signed(draft - actual, formatCount) };
}

function valueRow(
  name: string,
  actual: number | null,
  draft: number | null,
  format: (value: number) => string,
): ReportRow {
  const shown = (value: number | null) => (value === null ? '–' : format(value));
  const change =
    actual === null || draft === null || shown(actual) === shown(draft) ? '' : signed(draft - actual, format);
  return { name, actual: shown(actual), draft: shown(draft), change };
}

function signed(difference: number, format: (value: number) => string): string {
  if (difference === 0) return '';
  return difference > 0 ? `+${format(difference)}` : `−${format(-difference)}`;
}
