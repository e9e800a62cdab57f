import type { SignalId } from '../domain/ids.ts';
import type { NewSignal, Signal } from '../domain/signal.ts';
import { identify } from '../engines/correlation.ts';
import type { Policy } from '../engines/policy.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import type { Stretch } from '../persistence/suppressions.ts';
import type { App } from './app.ts';
import type { Moment } from './circumstanceMemory.ts';
import type { ArrivedSignal, DecisionContext } from './workingSet.ts';

export interface Arrival {
  readonly receivedAt: Date;
  readonly policy: Policy;
  readonly arrived: readonly ArrivedSignal[];
  /** The stretch of time that they are about. */
  readonly stretch: Stretch;
}

/** Gives signals their ids, keys and times, under the policy in force. */
export async function receiveAll(
  app: Pick<App, 'clock' | 'policies' | 'newId'>,
  sql: SqlExecutor,
  { circumstances, databaseTime }: Moment,
  signals: readonly NewSignal[],
): Promise<Arrival> {
  const receivedAt = app.clock.at(databaseTime);
  const { policy } = await app.policies.inForce(circumstances.policyVersion, sql);
  const arrived = signals.map((signal) => receive(signal, receivedAt, policy, app.newId()));
  return { receivedAt, policy, arrived, stretch: stretchOf(arrived.map(({ now }) => now)) };
}

/** What they are decided by. */
export async function contextOf(
  app: Pick<App, 'knowledge' | 'newId'>,
  sql: SqlExecutor,
  { circumstances }: Moment,
  policy: Policy,
): Promise<DecisionContext> {
  const knowledge = await app.knowledge.current(sql, circumstances, policy);
  return { ...knowledge, policy, policyVersion: circumstances.policyVersion, newId: app.newId };
}

function receive(signal: NewSignal, receivedAt: Date, policy: Policy, id: SignalId): ArrivedSignal {
  const { dedupKey, groupKey } = identify(signal, policy, id);
  const occurredAt = signal.occurredAt ?? receivedAt;
  // Written out: V8 takes a microsecond to add a field to what was spread.
  const stored: Signal = {
    id,
    source: signal.source,
    service: signal.service,
    title: signal.title,
    description: signal.description,
    url: signal.url,
    state: signal.state,
    dedupKey,
    groupKey: signal.groupKey,
    reportedSeverity: signal.reportedSeverity,
    confidence: signal.confidence,
    metrics: signal.metrics,
    labels: signal.labels,
    occurredAt,
    receivedAt,
    historical: signal.historical,
  };
  const now = signal.historical ? occurredAt : receivedAt;
  return { signal: stored, groupKey, idempotencyKey: signal.idempotencyKey, now };
}

/** From the first of these moments to the last. */
export function stretchOf(moments: readonly Date[]): Stretch {
  const times = moments.map((moment) => moment.getTime());
  return { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
}

/** What is about to suppress is asked for: the guess at the time may be late by some milliseconds. */
export function andSoon({ from, to }: Stretch): Stretch {
  return { from, to: new Date(to.getTime() + 1_000) };
}
