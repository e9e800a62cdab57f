import { RRuleTemporal } from 'rrule-temporal';
import { type MaintenanceSchedule, suppressionBounds } from '../domain/suppression.ts';

const frequencies = ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const weekday = 'MO|TU|WE|TH|FR|SA|SU';
/** A rule part of numbers: the largest, from 0 or 1, or also counted from the end. */
const numbers = (least: 0 | 1, most: number, fromEnd: boolean) => (value: string) =>
  value.split(',').every((one) => {
    const number = Number(one);
    const size = fromEnd ? Math.abs(number) : number;
    return /^[+-]?\d{1,4}$/.test(one) && size >= least && size <= most;
  });

/**
 * The parts of RFC 5545, 3.3.10, and what each may be. The library leaves out what it does not know or finds out of range, and a window
 * that opens at another time than its author believes is worse than a refusal. Nothing opens more often than hourly.
 */
const parts = new Map<string, (value: string) => boolean>([
  ['FREQ', (value) => frequencies.includes(value)],
  ['INTERVAL', numbers(1, 1_000, false)],
  ['COUNT', numbers(1, 500, false)],
  ['UNTIL', (value) => /^\d{8}T\d{6}Z$/.test(value)],
  ['BYMONTH', numbers(1, 12, false)],
  ['BYWEEKNO', numbers(1, 53, true)],
  ['BYYEARDAY', numbers(1, 366, true)],
  ['BYMONTHDAY', numbers(1, 31, true)],
  ['BYDAY', (value) => new RegExp(`^([+-]?[1-5]?\\d?(${weekday}))(,[+-]?[1-5]?\\d?(${weekday}))*$`).test(value)],
  ['BYHOUR', numbers(0, 23, false)],
  ['BYMINUTE', numbers(0, 59, false)],
  ['BYSETPOS', numbers(1, 366, true)],
  ['WKST', (value) => new RegExp(`^(${weekday})$`).test(value)],
]);

/** What is wrong with a recurrence rule; null when nothing is and it opens at least once. */
export function ruleFault(schedule: MaintenanceSchedule & { readonly rule: string }): string | null {
  const { rule } = schedule;
  if (rule.length > suppressionBounds.rule) return `is longer than ${suppressionBounds.rule} characters`;
  const seen = new Set<string>();
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    const accepts = parts.get(name);
    if (accepts === undefined || rest.length > 0) return `has no part ${JSON.stringify(part.slice(0, 60))}`;
    if (seen.has(name)) return `has ${name} twice`;
    if (!accepts(value)) return `has ${name}=${value.slice(0, 60)}, which is out of its bounds`;
    seen.add(name);
  }
  try {
    return recurrenceOf(schedule).next(new Date(schedule.startsAt.getTime()), true) === null ? 'never opens' : null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.startsWith('Maximum') ? 'never opens' : `is not a recurrence rule: ${message}`;
  }
}

/**
 * The recurrence of a schedule. Its instances keep the wall clock's time of the first over changes of daylight saving time; an instance
 * at a time that a change leaves out is left out (RFC 5545, 3.3.10), and one at a time that comes twice is the first of the two.
 * Throws for rules in which `ruleFault` finds a fault.
 */
export function recurrenceOf({
  startsAt,
  rule,
  timeZone,
}: MaintenanceSchedule & { readonly rule: string }): RRuleTemporal {
  const key = `${startsAt.getTime()} ${timeZone} ${rule}`;
  const known = recurrences.get(key);
  if (known !== undefined) return known;
  const dtstart = { timeZoneId: timeZone, toString: () => `${startsAt.toISOString()}[${timeZone}]` };
  const fresh = new RRuleTemporal({ rruleString: rule, dtstart, strict: true, maxCandidateEvaluations: 100_000 });
  if (recurrences.size >= mostRemembered) recurrences.clear();
  recurrences.set(key, fresh);
  return fresh;
}

/** Remembered by what they are made of: the same always makes the same. */
const recurrences = new Map<string, RRuleTemporal>();
const mostRemembered = 2_000;
