import type { SignalId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { Label, NewSignal, Signal } from '../domain/signal.ts';
import { fnv1a128 } from './fnv1a.ts';
import type { Policy } from './policy.ts';
import { quietMinutesOf } from './quiet.ts';
import { resolvedByRule } from './resolvedByRule.ts';
import type { Consequences } from './verdict.ts';

/** What makes signals one alert, and alerts one incident. */
export interface Identity {
  /** At most 250 characters. */
  readonly dedupKey: string;
  /** At most 250 characters; null when every signal is its own incident, and when its group is found from what was learned. */
  readonly groupKey: string | null;
}

const maximumKeyLength = 250;

/**
 * The dedup key is the sender's, else made of source, service, title and the policy's labels; when every signal is its own incident it is
 * the signal's id. The group key is the sender's own beside its source, else made of the service or of the policy's labels.
 * Equal parts give equal keys and different parts different ones: the parts are a JSON list, shortened by a hash where it is too long.
 */
export function identify(signal: NewSignal, policy: Policy, signalId: SignalId): Identity {
  if (policy.grouping.by === 'signal') return { dedupKey: signal.dedupKey ?? signalId, groupKey: null };
  return { dedupKey: signal.dedupKey ?? observedKey(signal, policy), groupKey: groupKeyOf(signal, policy) };
}

/**
 * Whether a signal's sender names its alerts, by dedup or by group key: then it is expected to say when they end. Other signals are
 * observations, which end by not being seen any more.
 */
export function isKeyed(signal: Pick<Signal, 'id' | 'dedupKey'>, groupKey: string | null): boolean {
  if (groupKey?.startsWith(givenPrefix)) return true;
  return signal.dedupKey !== signal.id && !signal.dedupKey.startsWith(observedPrefix);
}

/**
 * Resolves an incident that has been quiet for the policy's time, or says when to look again; null when the policy never resolves it so,
 * or when it is resolved.
 */
export function reviewQuiet(
  incident: Incident,
  policy: Policy,
  policyVersion: number,
  now: Date,
): Consequences | { readonly postponedTo: Date } | null {
  const minutes = quietMinutesOf(incident, policy);
  if (incident.status === 'RESOLVED' || minutes === null) return null;
  const due = new Date(incident.memory.activeAtMs + minutes * 60_000);
  if (due > now) return { postponedTo: due };
  if (incident.firingAlertCount === 0) {
    return resolvedByRule(
      incident,
      'alertsResolved',
      now,
      `Its last alert was resolved and stayed so for ${minutes} min`,
    );
  }
  return resolvedByRule(
    incident,
    'wentQuiet',
    now,
    `Nothing heard for ${minutes} min (policy version ${policyVersion})`,
  );
}

/** The dedup key that a stored signal's sender gave; null when the policy of that time made it, or it is the signal's own id. */
export function givenDedupKey({ id, dedupKey }: Pick<Signal, 'id' | 'dedupKey'>): string | null {
  return dedupKey === id || dedupKey.startsWith(observedPrefix) ? null : dedupKey;
}

const givenPrefix = '["given",';
const observedPrefix = '["observed",';

function observedKey({ source, service, title, labels }: NewSignal, { dedupLabels }: Policy): string {
  const telling = labels.filter(({ name }) => dedupLabels.includes(name)).map(pairOf);
  return keyOf(['observed', source, service, title, ...telling]);
}

function groupKeyOf(signal: NewSignal, { grouping }: Policy): string | null {
  if (signal.groupKey !== null) return keyOf(['given', signal.source, signal.groupKey]);
  if (grouping.by === 'learned') return null;
  if (grouping.by === 'labels') {
    const telling = signal.labels.filter(({ name }) => grouping.labels.includes(name)).map(pairOf);
    if (telling.length > 0) return keyOf(['labels', ...telling]);
  }
  return keyOf(['service', signal.service]);
}

function pairOf({ name, value }: Label): string[] {
  return [name, value];
}

function keyOf(parts: readonly (string | readonly string[])[]): string {
  const key = JSON.stringify(parts);
  if (key.length <= maximumKeyLength) return key;
  const hash = fnv1a128(key);
  return `${key.slice(0, maximumKeyLength - hash.length - 1).toWellFormed()}#${hash}`;
}
