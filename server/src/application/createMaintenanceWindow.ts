import type { Viewer } from '../domain/access.ts';
import type { MaintenanceWindowId } from '../domain/ids.ts';
import { type MaintenanceWindow, suppressionBounds } from '../domain/suppression.ts';
import type { UserError } from '../domain/userError.ts';
import { lastEndOf } from '../engines/maintenance.ts';
import { tellRevised } from '../persistence/revisions.ts';
import { maintenanceWindowTable } from '../persistence/suppressionTables.ts';
import type { App } from './app.ts';
import { cleanLine, cleanText, countCharacters } from './cleanText.ts';
import { openSuppressions } from './openSuppressions.ts';
import { type MatcherInput, parseMatchers } from './parseMatchers.ts';
import { parseSchedule, type ScheduleInput } from './parseSchedule.ts';

export interface CreateMaintenanceWindowInput {
  readonly name: string;
  readonly matchers: readonly MatcherInput[];
  readonly schedule: ScheduleInput;
  readonly comment?: string | null;
}

export interface MaintenanceWindowPayload {
  readonly maintenanceWindow: MaintenanceWindow | null;
  readonly userErrors: readonly UserError[];
}

/** Makes a maintenance window. A signal whose batch begins after the answer is held back by it while it is open, on every server. */
export async function createMaintenanceWindow(
  app: App,
  viewer: Viewer,
  input: CreateMaintenanceWindowInput,
): Promise<MaintenanceWindowPayload> {
  const now = await app.clock.now();
  const errors: UserError[] = [];
  const refuse = (path: readonly string[], message: string) => {
    errors.push({ code: 'INVALID', message, field: ['input', ...path] });
  };
  const name = cleanLine(input.name);
  const nameLength = countCharacters(name);
  if (nameLength < 1 || nameLength > suppressionBounds.name) {
    refuse(['name'], `name has ${nameLength} characters, from 1 to ${suppressionBounds.name} are allowed`);
  }
  const comment = cleanText(input.comment ?? '').trim();
  const commentLength = countCharacters(comment);
  if (commentLength > suppressionBounds.comment) {
    refuse(['comment'], `comment has ${commentLength} characters, at most ${suppressionBounds.comment} are allowed`);
  }
  const matchers = parseMatchers(input.matchers, ['input', 'matchers'], errors);
  const schedule = parseSchedule(input.schedule, ['input', 'schedule'], errors);
  const endsAt = schedule === null ? null : lastEndOf(schedule);
  if (endsAt !== null && endsAt <= now) {
    refuse(['schedule', 'until'], 'until is past: such a window would never be open');
  }
  if (errors.length === 0 && (await openSuppressions(app, now)) >= suppressionBounds.most) {
    errors.push({
      code: 'CONFLICT',
      message: `There are ${suppressionBounds.most} already: let some end`,
      field: null,
    });
  }
  if (schedule === null || errors.length > 0) return { maintenanceWindow: null, userErrors: errors };
  const window: MaintenanceWindow = {
    id: app.newId<MaintenanceWindowId>(),
    name,
    matchers,
    ...schedule,
    endsAt,
    author: viewer.name,
    comment: comment === '' ? null : comment,
    createdAt: now,
    deletedBy: null,
    suppressedCount: 0,
  };
  await app.database.orm.insert(maintenanceWindowTable).values({ ...window, matchers });
  await tellRevised(app.database.sql);
  return { maintenanceWindow: window, userErrors: [] };
}
