import type { Severity } from '../__generated__/operations.ts';
import { formatDuration } from '../components/formatDuration.ts';
import { severityWord } from '../components/severity.ts';
import type { Behind, BehindFigure, BehindStatus } from './behindSearch.ts';
import { noneWords } from './groupRows.ts';
import type { PointWords } from './pointWords.ts';

const figureWords = {
  opened: 'Opened',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
  reopened: 'Reopened',
  escalated: 'Escalated',
  openNow: 'Open now',
  mtta: 'Time to acknowledge',
  mttr: 'Time to resolve',
  mttrByPeople: 'Time to resolve, by people',
  mttrAutomatic: 'Time to resolve, by itself',
  timeToRespond: 'Time to respond',
  met: 'Acknowledged in time',
  missed: 'Acknowledged late, or overdue',
  inTime: 'Not yet acknowledged, still in time',
} as const satisfies Record<BehindFigure, string>;

const statusWords = {
  recorded: '',
  pending: ': pending',
  notApplicable: ': not applicable',
} as const satisfies Record<BehindStatus, string>;

const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;

/** What a list is about: the figure, and which part of the range's incidents. */
export function behindWords(
  { figure, status, point, part, hour, withinMinutes }: Behind,
  range: string,
  words: PointWords,
): { readonly title: string; readonly part: string } {
  const clock = (value: number) => `${String(value).padStart(2, '0')}:00`;
  const parts = [
    part === undefined ? undefined : partWords(part),
    withinMinutes === undefined ? undefined : `within ${formatDuration(withinMinutes * 60)}`,
    hour === undefined ? undefined : `${weekdays[hour.weekday - 1]} ${clock(hour.hour)}–${clock((hour.hour + 1) % 24)}`,
    figure === 'openNow' ? undefined : point === undefined ? range : words.long(Date.parse(point.from)),
  ];
  return { title: `${figureWords[figure]}${statusWords[status]}`, part: parts.filter(Boolean).join(' · ') };
}

function partWords({ kind, value }: NonNullable<Behind['part']>): string {
  if (value === null) return noneWords[kind];
  return kind === 'severity' ? (severityWord[value as Severity] ?? value) : value;
}
