import type { IncidentId } from '../domain/ids.ts';
import { baselineKeys } from '../engines/baseline.ts';
import { waitingKeys } from '../engines/gather.ts';
import { topologyKey } from '../engines/topology.ts';
import type { Verdict } from '../engines/verdict.ts';
import { readAlertsByKey, readAlertsOf } from '../persistence/alerts.ts';
import { readBaselines } from '../persistence/baselines.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import { findCandidates, lockIncidents, readIncidents } from '../persistence/incidents.ts';
import { readSuppressedKeys, type SuppressedKey } from '../persistence/suppressedAlerts.ts';
import type { AffectedServices } from './affectedServices.ts';
import { groupKeysOf, readAcquaintances, topologyKeys } from './learnedGroups.ts';
import { nothingSuppresses } from './readSuppression.ts';
import { type ArrivedSignal, type DecisionContext, WorkingSet } from './workingSet.ts';

/** So many alerts of the incidents that a batch may join are read; where there are more, only those that the batch names. */
const mostAlerts = 10_000;

/**
 * The engines' state as far as it was read or made here, and what of the database it covers: what was asked for once is not asked for
 * again, neither what is there nor what is not. Whoever owns it makes sure that nobody else changes the database meanwhile.
 */
export class EngineState {
  readonly workingSet: WorkingSet;
  readonly context: DecisionContext;
  readonly #baselines = new Set<string>();
  readonly #dedupKeys = new Set<string>();
  readonly #suppressed = new Set<string>();
  /** By group: incidents that were resolved at this moment or later are known; in ms since the epoch. */
  readonly #groups = new Map<string, number>();
  #partial = false;

  constructor(context: DecisionContext, affected: AffectedServices) {
    const nothing = { incidents: [], alerts: [], baselines: new Map(), affected, suppression: nothingSuppresses };
    this.context = context;
    this.workingSet = new WorkingSet(context, nothing);
  }

  /** How many things are remembered. */
  get size(): number {
    return this.workingSet.size + this.#dedupKeys.size + this.#groups.size;
  }

  /** Whether something was too large to be read whole: then it serves one batch only. */
  get partial(): boolean {
    return this.#partial;
  }

  /** Reads what signals need and what is not known yet; `lock` holds the incidents until the transaction ends. */
  async load(sql: SqlExecutor, arrived: readonly ArrivedSignal[], { lock }: { lock: boolean }): Promise<void> {
    await this.#loadBaselines(sql, arrived);
    const candidates = new Set<IncidentId>();
    for (const historical of [false, true]) {
      const some = arrived.filter(({ signal }) => signal.historical === historical);
      if (some.length === 0) continue;
      for (const id of await this.#findCandidates(sql, some, historical)) candidates.add(id);
    }
    await this.#know(sql, candidates, distinct(arrived.map(({ signal }) => signal.dedupKey)), { lock });
  }

  /** Reads incidents that are not known yet, whatever signals come. */
  async know(sql: SqlExecutor, incidents: readonly IncidentId[], { lock }: { lock: boolean }): Promise<void> {
    await this.#know(sql, new Set(incidents), [], { lock });
  }

  async #know(
    sql: SqlExecutor,
    incidentIds: ReadonlySet<IncidentId>,
    dedupKeys: readonly string[],
    { lock }: { lock: boolean },
  ): Promise<void> {
    const ids = [...incidentIds].filter((id) => !this.workingSet.knowsIncident(id)).sort();
    if (ids.length === 0) return;
    const [incidents, alerts] = await Promise.all([
      lock ? lockIncidents(sql, ids) : readIncidents(sql, ids),
      readAlertsOf(sql, ids, mostAlerts + 1),
    ]);
    const isPartial = alerts.length > mostAlerts;
    this.#partial ||= isPartial;
    const known = isPartial ? await readAlertsByKey(sql, ids, dedupKeys) : alerts;
    this.workingSet.learn({ incidents, alerts: known, baselines: new Map() });
    // One may have been merged since it was found: its signals are those of the incident that it went into.
    const hosts = new Set(incidents.flatMap(({ mergedInto }) => mergedInto ?? []));
    await this.#know(sql, hosts, dedupKeys, { lock });
  }

  /** Which of these alerts are held back. */
  suppressedAmong(arrived: readonly ArrivedSignal[]): SuppressedKey[] {
    if (this.#suppressed.size === 0) return [];
    return arrived.flatMap(({ signal: { dedupKey, historical } }) =>
      this.#suppressed.has(slotOf(dedupKey, historical)) ? [{ dedupKey, historical }] : [],
    );
  }

  /** Takes note of alerts that are held back from now on, and of those that no longer are. */
  noteSuppressed(held: readonly SuppressedKey[], released: readonly SuppressedKey[]): void {
    for (const { dedupKey, historical } of released) this.#suppressed.delete(slotOf(dedupKey, historical));
    for (const { dedupKey, historical } of held) this.#suppressed.add(slotOf(dedupKey, historical));
  }

  /** A group that a verdict has begun is known from its beginning. */
  noteGroups({ changed }: Verdict): void {
    for (const { incident, kind } of changed) {
      if (kind !== 'OPENED' || incident.groupKey === null) continue;
      const slot = slotOf(incident.groupKey, incident.historical);
      if (!this.#groups.has(slot)) this.#groups.set(slot, Number.NEGATIVE_INFINITY);
    }
  }

  async #loadBaselines(sql: SqlExecutor, arrived: readonly ArrivedSignal[]): Promise<void> {
    const { policy } = this.context;
    const signals = arrived.map(({ signal }) => signal);
    const wanted = [
      ...topologyKeys(signals, policy),
      ...waitingKeys(signals, policy),
      ...signals.flatMap((signal) => baselineKeys(signal, policy)),
    ];
    const keys = distinct(wanted.filter((key) => !this.#baselines.has(key)));
    if (keys.length === 0) return;
    const baselines = await readBaselines(sql, keys);
    for (const [key, state] of await readAcquaintances(sql, baselines)) baselines.set(key, state);
    this.workingSet.learn({ incidents: [], alerts: [], baselines });
    for (const key of keys) this.#baselines.add(key);
  }

  async #findCandidates(
    sql: SqlExecutor,
    some: readonly ArrivedSignal[],
    historical: boolean,
  ): Promise<readonly IncidentId[]> {
    const { policy } = this.context;
    const earliestMs = some.reduce((earliest, { now }) => Math.min(earliest, now.getTime()), Number.POSITIVE_INFINITY);
    const sinceMs = earliestMs - policy.grouping.reopenMinutes * 60_000;
    const topology = this.workingSet.baseline(topologyKey(historical));
    const groupKeys = distinct([
      ...some.flatMap(({ groupKey }) => groupKey ?? []),
      ...groupKeysOf(topology, some, policy),
    ]).filter((key) => (this.#groups.get(slotOf(key, historical)) ?? Number.POSITIVE_INFINITY) > sinceMs);
    // A key that is the signal's own id cannot have been seen before.
    const dedupKeys = distinct(
      some.flatMap(({ signal: { id, dedupKey } }) =>
        dedupKey === id || this.#dedupKeys.has(slotOf(dedupKey, historical)) ? [] : dedupKey,
      ),
    );
    if (groupKeys.length === 0 && dedupKeys.length === 0) return [];
    const [found, suppressed] = await Promise.all([
      findCandidates(sql, { historical, groupKeys, dedupKeys, resolvedSince: new Date(sinceMs) }),
      readSuppressedKeys(sql, dedupKeys),
    ]);
    for (const key of groupKeys) this.#groups.set(slotOf(key, historical), sinceMs);
    for (const key of dedupKeys) this.#dedupKeys.add(slotOf(key, historical));
    this.noteSuppressed(
      suppressed.filter((one) => one.historical === historical),
      [],
    );
    return found;
  }
}

function slotOf(key: string, historical: boolean): string {
  return `${historical ? 'historical' : 'live'} ${key}`;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
