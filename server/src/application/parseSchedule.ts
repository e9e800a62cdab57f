import { type MaintenanceSchedule, suppressionBounds } from '../domain/suppression.ts';
import type { UserError } from '../domain/userError.ts';
import { ruleFault } from '../engines/recurrence.ts';
import { cleanLine } from './cleanText.ts';
import { shown } from './inputReader.ts';
import { isTimeZone } from './metricsRange.ts';

export interface ScheduleInput {
  readonly from: Date;
  readonly until: Date;
  readonly rule?: string | null;
  readonly timeZone?: string | null;
}

const dayMs = 86_400_000;

/** Checks when a maintenance window is to open; null when something is wrong, which goes into `errors`. */
export function parseSchedule(
  input: ScheduleInput,
  field: readonly string[],
  errors: UserError[],
): MaintenanceSchedule | null {
  const before = errors.length;
  const refuse = (name: string, message: string) => {
    errors.push({ code: 'INVALID', message, field: [...field, name] });
  };
  const lengthMs = input.until.getTime() - input.from.getTime();
  if (lengthMs <= 0) refuse('until', 'until must be after from');
  else if (lengthMs > suppressionBounds.maintenanceDays * dayMs) {
    refuse('until', `until must be at most ${suppressionBounds.maintenanceDays} days after from`);
  } else if (lengthMs % 60_000 !== 0) refuse('until', 'until must be whole minutes after from');
  const timeZone = input.timeZone ?? 'UTC';
  if (!isTimeZone(timeZone)) {
    refuse('timeZone', `${shown(timeZone)} is not an IANA time zone such as Europe/Berlin`);
  }
  if (errors.length > before) return null;
  const schedule = { startsAt: input.from, durationMinutes: lengthMs / 60_000, timeZone };
  if (input.rule === undefined || input.rule === null) return { ...schedule, rule: null };
  const rule = cleanLine(input.rule)
    .replace(/^RRULE:/i, '')
    .toUpperCase();
  const fault = ruleFault({ ...schedule, rule });
  if (fault === null) return { ...schedule, rule };
  refuse('rule', `rule ${shown(rule)} ${fault}`);
  return null;
}
