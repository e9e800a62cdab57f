import type { UserError } from '../domain/userError.ts';
import { type Opening, openingsFrom } from '../engines/maintenance.ts';
import type { App } from './app.ts';
import { InvalidArgument } from './invalidArgument.ts';
import { parseSchedule, type ScheduleInput } from './parseSchedule.ts';

export interface MaintenancePreview {
  readonly openings: readonly Opening[];
  readonly userErrors: readonly UserError[];
}

const mostOpenings = 100;

/** When a maintenance window with a schedule would open from now on. */
export async function previewMaintenance(
  { clock }: Pick<App, 'clock'>,
  input: ScheduleInput,
  first: number,
): Promise<MaintenancePreview> {
  checkOpenings(first);
  const errors: UserError[] = [];
  const schedule = parseSchedule(input, ['schedule'], errors);
  if (schedule === null) return { openings: [], userErrors: errors };
  return { openings: openingsFrom(schedule, await clock.now(), first), userErrors: [] };
}

/** Throws InvalidArgument when too many openings are asked for. */
export function checkOpenings(first: number): void {
  if (first >= 1 && first <= mostOpenings) return;
  throw new InvalidArgument(['first'], `first is ${first}, from 1 to ${mostOpenings} is allowed`);
}
