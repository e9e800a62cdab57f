import type { Severity } from '../../domain/severity.ts';
import { type OpenByStatus, readOpenByStatus } from '../../persistence/openIncidents.ts';
import type { App } from '../app.ts';
import { type Duration, durationOf, type SeverityGroup } from './figureGroup.ts';
import { openMetrics } from './metrics.ts';
import type { ServiceLevel } from './readServiceLevel.ts';

/** The main figures of now and of some time before, for tools that look every few seconds. */
export interface RecentFigures {
  readonly open: readonly OpenByStatus[];
  /** Of the incidents opened in the last 24 hours, by severity; severities without incidents are left out. */
  readonly lastDay: readonly {
    readonly severity: Severity;
    readonly opened: number;
    readonly acknowledge: Duration;
    readonly resolve: Duration;
    readonly respond: Duration;
  }[];
  /** Of those opened in the last 30 days. */
  readonly serviceLevel: readonly ServiceLevel[];
}

const dayMs = 86_400_000;
const serviceLevelDays = 30;

/** Historical incidents do not count. */
export async function readRecentFigures(app: App): Promise<RecentFigures> {
  const to = await app.clock.now();
  const since = (days: number) =>
    openMetrics(app, {
      range: { from: new Date(to.getTime() - days * dayMs), to },
      filter: { historical: false },
    });
  const [open, lastDay, serviceLevel] = await Promise.all([
    readOpenByStatus(app.database.sql, to),
    since(1).bySeverity(),
    since(serviceLevelDays).serviceLevel(),
  ]);
  return { open, lastDay: lastDay.map(figuresOf), serviceLevel };
}

function figuresOf(group: SeverityGroup): RecentFigures['lastDay'][number] {
  return {
    severity: group.severity,
    opened: group.figures.counts.opened,
    acknowledge: durationOf(group, 'acknowledge'),
    resolve: durationOf(group, 'resolve'),
    respond: durationOf(group, 'respond'),
  };
}
