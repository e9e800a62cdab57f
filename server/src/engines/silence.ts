import type { Silence, Suppressor } from '../domain/suppression.ts';
import { type Matchable, matchesAll } from './matchers.ts';

/** PENDING before it begins, ACTIVE from its beginning (included) to its end (excluded), then EXPIRED. */
export const silenceStates = ['PENDING', 'ACTIVE', 'EXPIRED'] as const;
export type SilenceState = (typeof silenceStates)[number];

export function silenceStateOf({ startsAt, endsAt }: Pick<Silence, 'startsAt' | 'endsAt'>, now: Date): SilenceState {
  if (now >= endsAt) return 'EXPIRED';
  return now < startsAt ? 'PENDING' : 'ACTIVE';
}

/** The silences that hold a signal back at a moment. */
export function silencersOf(subject: Matchable, silences: readonly Silence[], now: Date): Suppressor[] {
  return silences
    .filter((silence) => silenceStateOf(silence, now) === 'ACTIVE' && matchesAll(silence.matchers, subject))
    .map(({ id, author, comment, endsAt }) => ({
      kind: 'SILENCE',
      id,
      reason: `Silenced by ${author} until ${endsAt.toISOString()}: ${beginningOf(comment)}`,
    }));
}

/** Every signal that is held back keeps the reason. */
const longestComment = 200;

function beginningOf(comment: string): string {
  return comment.length <= longestComment ? comment : `${comment.slice(0, longestComment - 1).toWellFormed()}…`;
}
