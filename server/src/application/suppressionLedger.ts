import type { TransactionSql } from 'postgres';
import type { SignalId } from '../domain/ids.ts';
import type { SuppressedAlert } from '../domain/suppression.ts';
import { isKeyed } from '../engines/correlation.ts';
import { laterOf } from '../engines/moments.ts';
import type { Policy } from '../engines/policy.ts';
import type { Verdict } from '../engines/verdict.ts';
import { inOneFlight } from '../persistence/inOneFlight.ts';
import { deleteSuppressedAlerts, type SuppressedKey, upsertSuppressedAlerts } from '../persistence/suppressedAlerts.ts';
import { countSuppressed } from '../persistence/suppressions.ts';
import type { ArrivedSignal } from './workingSet.ts';

/** What a batch's suppressed signals leave behind beside themselves. */
export interface SuppressionLedger {
  /** By silence or maintenance window: how many signals it held back. */
  readonly counts: ReadonlyMap<string, number>;
  readonly held: readonly SuppressedAlert[];
  readonly released: readonly SuppressedKey[];
  /** Whether a signal was the first of its alert, where being held back decides that. */
  readonly newAlerts: ReadonlyMap<SignalId, boolean>;
}

/** `before` are the alerts that were held back before the batch. */
export function suppressionLedgerOf(
  decided: readonly { readonly arrived: ArrivedSignal; readonly verdict: Verdict }[],
  before: readonly SuppressedKey[],
  policy: Policy,
): SuppressionLedger {
  const counts = new Map<string, number>();
  const known = new Map(before.map((key) => [keyOf(key), key]));
  const held = new Map<string, SuppressedAlert>();
  const released = new Map<string, SuppressedKey>();
  const newAlerts = new Map<SignalId, boolean>();
  for (const { arrived, verdict } of decided) {
    const { signal } = arrived;
    const { dedupKey, historical } = signal;
    const key = keyOf(signal);
    for (const { kind, id } of verdict.decision.suppressedBy ?? []) {
      if (kind !== 'INHIBITION') counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    if (verdict.outcome === 'SUPPRESSED' && verdict.incident === null) {
      if (!known.has(key)) newAlerts.set(signal.id, true);
      // A key that is the signal's own id is never seen again: there is nothing to count.
      if (dedupKey === signal.id) continue;
      known.set(key, { dedupKey, historical });
      held.set(key, heldWith(held.get(key), arrived, verdict, policy));
    } else if (known.delete(key)) {
      newAlerts.set(signal.id, false);
      held.delete(key);
      released.set(key, { dedupKey, historical });
    }
  }
  return { counts, held: [...held.values()], released: [...released.values()], newAlerts };
}

/** Sent at once. Released first: an alert may have ended and begun again within the batch. */
export async function storeSuppression(tx: TransactionSql, ledger: SuppressionLedger): Promise<void> {
  await inOneFlight([
    countSuppressed(tx, ledger.counts),
    deleteSuppressedAlerts(tx, ledger.released),
    upsertSuppressedAlerts(tx, ledger.held),
  ]);
}

function heldWith(
  earlier: SuppressedAlert | undefined,
  { signal, groupKey, now }: ArrivedSignal,
  { decision }: Verdict,
  { grouping }: Policy,
): SuppressedAlert {
  const { dedupKey, historical, source, service, title, url, labels, occurredAt } = signal;
  const minutes = isKeyed(signal, groupKey) ? grouping.keyedQuietMinutes : grouping.quietMinutes;
  return {
    dedupKey,
    historical,
    source,
    service,
    title,
    url,
    labels,
    severity: decision.severity,
    signalCount: (earlier?.signalCount ?? 0) + 1,
    firstSeenAt: earlier?.firstSeenAt ?? occurredAt,
    lastSeenAt: laterOf(occurredAt, earlier?.lastSeenAt ?? occurredAt),
    staleAt: minutes === null ? null : new Date(now.getTime() + minutes * 60_000),
    suppressedBy: decision.suppressedBy ?? [],
  };
}

function keyOf({ dedupKey, historical }: SuppressedKey): string {
  return `${historical} ${dedupKey}`;
}
