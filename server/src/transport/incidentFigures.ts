import { Gauge, type Registry } from 'prom-client';
import type { App } from '../application/app.ts';
import { type RecentFigures, readRecentFigures } from '../application/metrics/recentFigures.ts';
import { severities } from '../domain/severity.ts';

/** Scrapes in quick succession, and by several, share what was read. */
const rememberedMs = 10_000;

/**
 * What Prometheus gets to know of the incidents: gauges over a window that moves, since a reopening or an acknowledgement that is taken back
 * lets counts fall, which a counter must not. They are of the database: every server on it tells the same. Labels are severities, statuses
 * and quantiles, so their number is bounded. Without a database they are left out, and the rest of the figures is there.
 */
export function registerIncidentFigures(registry: Registry, app: App): void {
  const registers = [registry];
  const recent = remembered(() => readRecentFigures(app));
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    fill: (gauge: Gauge<Label>, figures: RecentFigures) => void,
  ) =>
    new Gauge<Label>({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        this.reset();
        const figures = await recent();
        if (figures !== null) fill(this, figures);
      },
    });

  new Gauge({
    name: 'vigil_incident_figures_up',
    help: 'Whether the figures of the incidents could be read: 1, or 0 when they are left out.',
    registers,
    async collect() {
      this.set((await recent()) === null ? 0 : 1);
    },
  });
  gauge(
    'vigil_incidents_open',
    'Incidents that are open now, acknowledged or not.',
    ['severity', 'status'],
    (open, figures) => {
      for (const severity of severities) {
        for (const status of ['OPEN', 'ACKNOWLEDGED'] as const) open.set({ severity, status }, 0);
      }
      for (const { severity, status, count } of figures.open) open.set({ severity, status }, count);
    },
  );
  gauge(
    'vigil_incidents_oldest_open_seconds',
    'Time since the oldest open incident was opened; left out where there is none.',
    ['severity', 'status'],
    (oldest, { open }) => {
      for (const { severity, status, oldestAgeSeconds } of open) oldest.set({ severity, status }, oldestAgeSeconds);
    },
  );
  gauge(
    'vigil_incidents_opened_last_day',
    'Incidents opened in the last 24 hours.',
    ['severity'],
    (opened, figures) => {
      for (const severity of severities) opened.set({ severity }, 0);
      for (const { severity, opened: count } of figures.lastDay) opened.set({ severity }, count);
    },
  );
  for (const [name, what] of [
    ['acknowledge', 'their first acknowledgement'],
    ['resolve', 'their final resolve'],
    ['respond', 'their acknowledgement, snooze or resolve, whichever was first'],
  ] as const) {
    const of = `the incidents opened in the last 24 hours, from opening to ${what}`;
    gauge(
      `vigil_time_to_${name}_seconds`,
      `Quantiles of the time of ${of}.`,
      ['severity', 'quantile'],
      (time, { lastDay }) => {
        for (const figures of lastDay) {
          const { severity } = figures;
          const { p50Seconds, p90Seconds, p95Seconds } = figures[name];
          if (p50Seconds !== null) time.set({ severity, quantile: '0.5' }, p50Seconds);
          if (p90Seconds !== null) time.set({ severity, quantile: '0.9' }, p90Seconds);
          if (p95Seconds !== null) time.set({ severity, quantile: '0.95' }, p95Seconds);
        }
      },
    );
    gauge(`vigil_time_to_${name}_incidents`, `How many have such a time of ${of}.`, ['severity'], (n, { lastDay }) => {
      for (const figures of lastDay) n.set({ severity: figures.severity }, figures[name].n);
    });
  }
  gauge(
    'vigil_service_level_share',
    'Share of the incidents opened in the last 30 days that were acknowledged in the time that the policy gives them.',
    ['severity'],
    (level, { serviceLevel }) => {
      for (const { severity, share } of serviceLevel) if (share !== null) level.set({ severity }, share);
    },
  );
  gauge(
    'vigil_service_level_error_budget_left',
    'What is left of the share that may miss that time: 1 is all of it, less than 0 is overdrawn.',
    ['severity'],
    (left, { serviceLevel }) => {
      for (const { severity, errorBudgetLeft } of serviceLevel) {
        if (errorBudgetLeft !== null) left.set({ severity }, errorBudgetLeft);
      }
    },
  );

  function remembered(read: () => Promise<RecentFigures>): () => Promise<RecentFigures | null> {
    let known: { readonly figures: Promise<RecentFigures | null>; readonly untilMs: number } | null = null;
    return () => {
      if (known !== null && performance.now() < known.untilMs) return known.figures;
      const figures = read().catch((error: unknown) => {
        app.log.warn({ err: error }, 'The figures of the incidents could not be read for Prometheus');
        return null;
      });
      known = { figures, untilMs: performance.now() + rememberedMs };
      return figures;
    };
  }
}
