import type { Severity } from '../domain/severity.ts';
import { severities } from '../domain/severity.ts';
import { systemStatusOf } from '../engines/escalation.ts';
import { type AcknowledgeTarget, acknowledgeTargets } from '../engines/metrics/acknowledgeTargets.ts';
import { readCriticalTimes } from '../persistence/incidents.ts';
import type { App } from './app.ts';

export interface SystemStatus {
  readonly escalationActive: boolean;
  readonly message: string;
  readonly recentCritical: number;
  readonly openBySeverity: readonly { severity: Severity; count: number }[];
  readonly open: number;
  readonly acknowledged: number;
  readonly everIngested: boolean;
  readonly demo: boolean;
  readonly serverTime: Date;
  readonly feedHead: string;
  readonly acknowledgeTargets: readonly AcknowledgeTarget[];
  readonly policyVersion: number;
}

/** The state of the whole system; historical incidents are counted among the open ones but never escalate it. */
export async function readSystemStatus(app: App): Promise<SystemStatus> {
  const { sql } = app.database;
  // The head first: whoever reads the incidents after this and subscribes from here misses nothing.
  const feedHead = await app.feed.head();
  const [{ policy, version }, now, counts, [ever]] = await Promise.all([
    app.policies.active(),
    app.clock.now(),
    sql<{ severity: Severity; open: number; acknowledged: number }[]>`
      select severity, count(*) filter (where status = 'OPEN')::int as open,
        count(*) filter (where status = 'ACKNOWLEDGED')::int as acknowledged
      from incident where status <> 'RESOLVED' group by severity`,
    sql<{ ingested: boolean }[]>`select batches > 0 as ingested from feed where id = 1`,
  ]);
  const from = new Date(now.getTime() - policy.escalation.systemic.minutes * 60_000);
  const criticals = await readCriticalTimes(sql, { from, to: now, historical: false });
  const { active, recentCritical, message } = systemStatusOf(
    criticals.map(({ criticalAt }) => criticalAt),
    policy,
    now,
  );
  const total = (status: 'open' | 'acknowledged') => counts.reduce((sum, row) => sum + row[status], 0);
  return {
    escalationActive: active,
    message,
    recentCritical,
    openBySeverity: severities.toReversed().map((severity) => {
      const row = counts.find((count) => count.severity === severity);
      return { severity, count: (row?.open ?? 0) + (row?.acknowledged ?? 0) };
    }),
    open: total('open'),
    acknowledged: total('acknowledged'),
    everIngested: ever?.ingested ?? false,
    demo: app.demo,
    serverTime: now,
    feedHead,
    acknowledgeTargets: acknowledgeTargets(policy),
    policyVersion: version,
  };
}
