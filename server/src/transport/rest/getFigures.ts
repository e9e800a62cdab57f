import type { FastifyInstance } from 'fastify';
import type { App } from '../../application/app.ts';
import { readMetrics } from '../../application/readMetrics.ts';
import { readSystemStatus } from '../../application/readSystemStatus.ts';
import { requires } from '../authenticate.ts';

const dayMs = 86_400_000;
/** As far back as metrics go. */
const everythingMs = 5 * 365 * dayMs;
/** A source's clock may be this fast, and then an incident of the past is from the future. */
const aheadMs = 10 * 60_000;

/** `GET /api/metrics`: the earlier system's figures. Null, never 0, where there is nothing to average. */
export function registerGetFigures(fastify: FastifyInstance, app: App): void {
  fastify.get('/api/metrics', { onRequest: requires('read') }, async () => {
    const now = (await app.clock.now()).getTime();
    const to = new Date(now + aheadMs);
    const [all, critical, system] = await Promise.all([
      readMetrics(app, { from: new Date(now - everythingMs), to }, null, null),
      readMetrics(app, { from: new Date(now - dayMs), to }, { severity: ['CRITICAL'] }, null),
      readSystemStatus(app),
    ]);
    return {
      total_incidents: all.opened,
      open_incidents: system.open,
      critical_last_24h: critical.opened,
      average_stress_score: rounded(all.averageStress),
      mtta_minutes: minutes(all.mtta.meanSeconds),
      mttr_minutes: minutes(all.mttr.meanSeconds),
      escalation_active: system.escalationActive,
      escalation_message: system.message,
    };
  });
}

function minutes(seconds: number | null): number | null {
  return seconds === null ? null : rounded(seconds / 60);
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}
