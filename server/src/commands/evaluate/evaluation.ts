import { AffectedServices } from '../../application/affectedServices.ts';
import { mergeFound } from '../../application/mergeFound.ts';
import { nothingSuppresses } from '../../application/readSuppression.ts';
import { type DecisionContext, WorkingSet } from '../../application/workingSet.ts';
import type { SignalId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import type { NewSignal } from '../../domain/signal.ts';
import { emptyCatalogue } from '../../engines/catalogue.ts';
import { identify } from '../../engines/correlation.ts';
import { orchestrate } from '../../engines/orchestrator.ts';
import type { Policy } from '../../engines/policy.ts';
import { agreementOf } from '../../engines/vMeasure.ts';
import { randomId } from '../../persistence/randomId.ts';
import type { LabelledAlert } from './labelledAlerts.ts';

export interface Evaluation {
  readonly signals: number;
  /** One that was merged into another is not counted beside it, and its signals are the other's. */
  readonly incidents: number;
  /** The share of the signals that opened no incident of their own. */
  readonly reduction: number;
  readonly homogeneity: number;
  readonly completeness: number;
  readonly vMeasure: number;
  /** How many signals belong to no incident; each counts as a cluster of its own. */
  readonly withoutIncident: number;
  readonly signalsPerSecond: number;
}

const pageSize = 2_000;

/** Sends alerts through the engines in one pass, each decided as it arrives, and compares the incidents with the labels afterwards. */
export function evaluate(alerts: readonly LabelledAlert[], policy: Policy, now: () => number): Evaluation {
  const context: DecisionContext = {
    policy,
    policyVersion: 1,
    newId: randomId,
    catalogue: emptyCatalogue,
    learned: null,
  };
  let workingSet = blankWorkingSet(context);
  const startedAt = now();
  let withoutIncident = 0;
  const hosts = new Map<string, string>();
  const opened = alerts.map((alert, place) => {
    if (place > 0 && place % pageSize === 0) workingSet = nextPage(workingSet, context, alert.atMs);
    const incident = decide(workingSet, alert, context, hosts);
    if (incident === null) withoutIncident += 1;
    return incident?.id ?? null;
  });
  const seconds = (now() - startedAt) / 1_000;
  const last = opened.map((id) => (id === null ? null : lastOf(id, hosts)));
  const clusters = last.map((id, place) => id ?? `none ${place}`);
  const incidents = new Set(last.filter((id) => id !== null));
  const { homogeneity, completeness, vMeasure } = agreementOf(
    alerts.flatMap(({ label }, place) => (label === null ? [] : [[label, clusters[place] ?? ''] as const])),
  );
  return {
    signals: alerts.length,
    incidents: incidents.size,
    reduction: 1 - incidents.size / alerts.length,
    homogeneity,
    completeness,
    vMeasure,
    withoutIncident,
    signalsPerSecond: Math.round(alerts.length / Math.max(seconds, 0.001)),
  };
}

/** The incident that an incident has become part of, or the same one. */
function lastOf(id: string, hosts: ReadonlyMap<string, string>): string {
  let last = id;
  for (let host = hosts.get(last); host !== undefined; host = hosts.get(last)) last = host;
  return last;
}

function blankWorkingSet(context: DecisionContext): WorkingSet {
  const affected = new AffectedServices();
  return new WorkingSet(context, {
    incidents: [],
    alerts: [],
    baselines: new Map(),
    affected,
    suppression: nothingSuppresses,
  });
}

/** Forgets the incidents that nothing can join any more, as a server does between batches; what was learned goes through its stored form. */
function nextPage(before: WorkingSet, context: DecisionContext, nowMs: number): WorkingSet {
  const { reopenMinutes, windowMinutes } = context.policy.grouping;
  const sinceMs = nowMs - Math.max(reopenMinutes, windowMinutes) * 60_000;
  const carried = before.carryOver(
    new Set(),
    ({ lastSignalAt, resolvedAt }) => (resolvedAt ?? lastSignalAt).getTime() >= sinceMs,
  );
  return new WorkingSet(context, carried);
}

function decide(
  workingSet: WorkingSet,
  alert: LabelledAlert,
  context: DecisionContext,
  hosts: Map<string, string>,
): Incident | null {
  const id = context.newId<SignalId>();
  const given = newSignalOf(alert);
  const { dedupKey, groupKey } = identify(given, context.policy, id);
  const { idempotencyKey, ...rest } = given;
  const now = new Date(alert.atMs);
  const arrived = {
    signal: { ...rest, id, dedupKey, occurredAt: now, receivedAt: now },
    groupKey,
    idempotencyKey,
    now,
  };
  const situation = workingSet.situationOf(arrived);
  const verdict = orchestrate(situation, arrived.signal);
  workingSet.apply(arrived, situation, verdict);
  mergeFound(workingSet, context.policy, (merged) => {
    workingSet.conclude(merged);
    for (const { incident } of merged.changed)
      if (incident.mergedInto !== null) hosts.set(incident.id, incident.mergedInto);
  });
  return verdict.incident;
}

function newSignalOf({ atMs, title, service, source }: LabelledAlert): NewSignal {
  return {
    source,
    service,
    title,
    description: null,
    url: null,
    state: 'FIRING',
    dedupKey: null,
    groupKey: null,
    idempotencyKey: null,
    reportedSeverity: null,
    confidence: null,
    metrics: [],
    labels: [],
    occurredAt: new Date(atMs),
    historical: true,
  };
}
