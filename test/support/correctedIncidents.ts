import type { App } from '../../server/src/application/app.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { overrideSeverity } from '../../server/src/application/overrideSeverity.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { Severity } from '../../server/src/domain/severity.ts';
import { newSignal } from './signals.ts';

const beginMs = Date.parse('2026-03-01T00:00:00Z');
export const grace = { tokenId: 'grace' as TokenId, name: 'Grace', role: 'ADMIN' } as const;

/** Makes incidents of services of their own, by turns a long queue and a busy CPU after a quiet half hour, and gives each a severity by hand. */
export async function correctIncidents(app: App, severities: readonly Severity[]): Promise<void> {
  for (const [place, severity] of severities.entries()) {
    const service = `service ${place}`;
    const signals = Array.from({ length: 31 }, (_, minute) => {
      const usual = 20 + (minute % 3);
      const jumps = minute < 30 ? null : (['queue_depth', 'cpu_percent'] as const)[place % 2];
      const occurredAt = new Date(beginMs + (place * 60 + minute) * 60_000);
      const metrics = ['cpu_percent', 'queue_depth'].map((name) => ({
        name,
        value: name === jumps ? 60 : usual,
        unit: null,
        warning: null,
        critical: null,
      }));
      const reportedSeverity = minute < 30 ? null : ('MEDIUM' as const);
      return newSignal({ service, historical: true, occurredAt, metrics, reportedSeverity });
    });
    const results = await ingestSignals(
      app,
      signals.map((signal) => ({ ok: true, signal })),
    );
    const last = results.at(-1);
    if (last === undefined || last.outcome === 'REJECTED' || last.incident === null) throw new Error('no incident');
    const { userErrors } = await overrideSeverity(app, grace, {
      id: last.incident.id,
      severity,
      reason: 'seen before',
    });
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  }
}
