import { mostSevere, type Severity, severities } from '../domain/severity.ts';
import type { SignalOutcome } from '../domain/signal.ts';
import type { UserError } from '../domain/userError.ts';
import { identify } from '../engines/correlation.ts';
import { orchestrate } from '../engines/orchestrator.ts';
import { type Policy, parsePolicyYaml } from '../engines/policy.ts';
import { type DecidedSignal, readSignalPage } from '../persistence/signals.ts';
import type { App } from './app.ts';
import { InvalidArgument } from './invalidArgument.ts';
import { checkRange, type TimeRange } from './metricsRange.ts';
import { type ArrivedSignal, type Loaded, WorkingSet } from './workingSet.ts';

export interface BacktestSide {
  readonly incidents: number;
  readonly severity: readonly { severity: Severity; count: number }[];
  readonly incidentSeverity: readonly { severity: Severity; count: number }[];
  readonly logged: number;
}

export interface BacktestReport {
  readonly signals: number;
  readonly draft: BacktestSide | null;
  readonly actual: BacktestSide | null;
  readonly userErrors: readonly UserError[];
}

const longestMs = 31 * 86_400_000;
const pageSize = 2000;
const lowestId = '00000000-0000-0000-0000-000000000000';

/**
 * Replays the stored signals of a range through the engines under a draft policy, from a blank state. Writes and sends nothing.
 * Memory is bounded by the incidents that are open at one time, not by the range.
 */
export async function backtestPolicy(app: App, input: { document: string; range: TimeRange }): Promise<BacktestReport> {
  checkRange(input.range);
  const { from, to } = input.range;
  if (to.getTime() - from.getTime() > longestMs)
    throw new InvalidArgument(['input', 'range'], 'range is longer than 31 days');
  const parsed = parsePolicyYaml(input.document);
  if (!parsed.ok) {
    const userErrors = parsed.errors.map(
      ({ path, message }): UserError => ({
        code: 'INVALID',
        message,
        field: ['input', 'document', ...path],
      }),
    );
    return { signals: 0, draft: null, actual: null, userErrors };
  }

  const draft = new SideCount();
  const actual = new SideCount();
  let signals = 0;
  let state: Loaded = { incidents: [], alerts: [], baselines: new Map() };
  let after = { receivedAt: new Date(from.getTime() - 1), id: lowestId };
  for (;;) {
    const page = await readSignalPage(app.database.sql, { after, to, limit: pageSize });
    const last = page.at(-1);
    if (last === undefined) break;
    for (const { outcome, decision, incidentId } of page) actual.add(outcome, decision.severity, incidentId);
    state = rehearse(app, parsed.policy, state, page, draft);
    signals += page.length;
    after = last.signal;
  }
  return { signals, draft: draft.side(), actual: actual.side(), userErrors: [] };
}

function rehearse(app: App, policy: Policy, state: Loaded, page: readonly DecidedSignal[], count: SideCount): Loaded {
  const workingSet = new WorkingSet({ policy, policyVersion: 0, newId: app.newId }, state);
  let earliest = Number.POSITIVE_INFINITY;
  for (const { signal } of page) {
    const dedupKey = signal.dedupKey === signal.id ? null : signal.dedupKey;
    const identity = identify({ ...signal, dedupKey, idempotencyKey: null }, policy, signal.id);
    const now = signal.historical ? signal.occurredAt : signal.receivedAt;
    earliest = Math.min(earliest, now.getTime());
    const arrived: ArrivedSignal = {
      signal: { ...signal, dedupKey: identity.dedupKey },
      groupKey: identity.groupKey,
      idempotencyKey: null,
      now,
    };
    const verdict = orchestrate(workingSet.situationOf(arrived), arrived.signal);
    workingSet.apply(arrived, verdict);
    count.add(verdict.outcome, verdict.decision.severity, verdict.incident?.id ?? null);
  }
  return workingSet.carryOver(new Date(earliest - policy.grouping.reopenMinutes * 60_000));
}

class SideCount {
  readonly #signals = new Map<Severity, number>();
  readonly #incidents = new Map<string, Severity>();
  #logged = 0;

  add(outcome: SignalOutcome, severity: Severity, incidentId: string | null): void {
    this.#signals.set(severity, (this.#signals.get(severity) ?? 0) + 1);
    if (outcome === 'LOGGED') this.#logged += 1;
    if (incidentId === null) return;
    this.#incidents.set(incidentId, mostSevere(severity, this.#incidents.get(incidentId) ?? severity));
  }

  side(): BacktestSide {
    const highest = [...this.#incidents.values()];
    return {
      incidents: this.#incidents.size,
      severity: severities.toReversed().map((severity) => ({ severity, count: this.#signals.get(severity) ?? 0 })),
      incidentSeverity: severities
        .toReversed()
        .map((severity) => ({ severity, count: highest.filter((one) => one === severity).length })),
      logged: this.#logged,
    };
  }
}
