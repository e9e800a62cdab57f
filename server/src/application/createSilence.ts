import type { Viewer } from '../domain/access.ts';
import type { SilenceId } from '../domain/ids.ts';
import { type Silence, suppressionBounds } from '../domain/suppression.ts';
import type { UserError } from '../domain/userError.ts';
import { laterOf } from '../engines/moments.ts';
import { tellRevised } from '../persistence/revisions.ts';
import { silenceTable } from '../persistence/suppressionTables.ts';
import type { App } from './app.ts';
import { cleanText, countCharacters } from './cleanText.ts';
import { openSuppressions } from './openSuppressions.ts';
import { type MatcherInput, parseMatchers } from './parseMatchers.ts';

export interface CreateSilenceInput {
  readonly matchers: readonly MatcherInput[];
  readonly from?: Date | null;
  readonly until: Date;
  readonly comment: string;
}

export interface SilencePayload {
  readonly silence: Silence | null;
  readonly userErrors: readonly UserError[];
}

const longestMs = suppressionBounds.silenceDays * 86_400_000;

/** Makes a silence. A signal whose batch begins after the answer is held back by it, on every server of the database. */
export async function createSilence(app: App, viewer: Viewer, input: CreateSilenceInput): Promise<SilencePayload> {
  const now = await app.clock.now();
  const errors: UserError[] = [];
  const refuse = (field: string, message: string) => {
    errors.push({ code: 'INVALID', message, field: ['input', field] });
  };
  const matchers = parseMatchers(input.matchers, ['input', 'matchers'], errors);
  const comment = cleanText(input.comment).trim();
  const length = countCharacters(comment);
  if (length < 1 || length > suppressionBounds.comment) {
    refuse('comment', `comment has ${length} characters, from 1 to ${suppressionBounds.comment} are allowed`);
  }
  const startsAt = laterOf(input.from ?? now, now);
  const { until: endsAt } = input;
  if (endsAt <= (input.from ?? now)) refuse('until', 'until must be after from');
  else if (endsAt <= now) refuse('until', 'until is past: such a silence would never be in force');
  else if (endsAt.getTime() - startsAt.getTime() > longestMs) {
    refuse('until', `until must be at most ${suppressionBounds.silenceDays} days after from`);
  }
  if (errors.length === 0 && (await openSuppressions(app, now)) >= suppressionBounds.most) {
    errors.push({
      code: 'CONFLICT',
      message: `There are ${suppressionBounds.most} already: let some end`,
      field: null,
    });
  }
  if (errors.length > 0) return { silence: null, userErrors: errors };
  const silence: Silence = {
    id: app.newId<SilenceId>(),
    matchers,
    startsAt,
    endsAt,
    author: viewer.name,
    comment,
    createdAt: now,
    expiredBy: null,
    suppressedCount: 0,
  };
  await app.database.orm.insert(silenceTable).values({ ...silence, matchers });
  await tellRevised(app.database.sql);
  return { silence, userErrors: [] };
}
