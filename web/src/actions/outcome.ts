import type { ActionKind } from '../live/pendingAction.ts';
import type { ActionTarget } from './actionTarget.ts';
import { actionWords } from './actionWords.ts';

/** What became of an action on one incident. */
export type Outcome =
  | { readonly kind: 'DONE' }
  /** Somebody else was first; it is as it was wanted. */
  | { readonly kind: 'ALREADY'; readonly by: string }
  | { readonly kind: 'REFUSED'; readonly message: string }
  /** It means nothing for an incident of this status, or another action is under way. */
  | { readonly kind: 'SKIPPED' };

export interface Result {
  readonly target: ActionTarget;
  readonly outcome: Outcome;
}

interface Summary {
  readonly title: string;
  /** What went otherwise, and why; undefined when nothing did. */
  readonly detail: string | undefined;
  readonly isFailure: boolean;
}

const mostReasons = 3;

/** One sentence for all: how many were done, how many were so already, and which were refused and why. */
export function summarize(kind: ActionKind, results: readonly Result[]): Summary {
  const count = (wanted: Outcome['kind']) => results.filter(({ outcome }) => outcome.kind === wanted).length;
  const refused = results.flatMap(({ target, outcome }) =>
    outcome.kind === 'REFUSED' ? [`#${target.number}: ${outcome.message}`] : [],
  );
  const parts = [
    count('ALREADY') > 0 ? `${count('ALREADY')} already were` : '',
    count('SKIPPED') > 0 ? `${count('SKIPPED')} left as they are` : '',
    refused.length > 0 ? `${refused.length} refused` : '',
  ].filter(Boolean);
  const done = count('DONE');
  const { verb } = actionWords[kind];
  return {
    title: [`${done} ${done === 1 ? 'incident' : 'incidents'} ${verb}`, ...parts].join(', '),
    detail: refused.length === 0 ? undefined : listed(refused),
    isFailure: refused.length > 0,
  };
}

function listed(reasons: readonly string[]): string {
  const more = reasons.length - mostReasons;
  return [...reasons.slice(0, mostReasons), ...(more > 0 ? [`and ${more} more`] : [])].join(' · ');
}
