import type { ComparedFigures } from '../../engines/metrics/metricsChange.ts';
import { durationOf, type FigureGroup } from './figureGroup.ts';

/** What of a range is compared with the range before. */
export function comparedFigures(group: FigureGroup): ComparedFigures {
  const { counts } = group.figures;
  const [mtta, mttr, timeToRespond] = (['acknowledge', 'resolve', 'respond'] as const).map((duration) =>
    durationOf(group, duration),
  );
  return {
    opened: counts.opened,
    acknowledged: counts.acknowledged,
    resolved: counts.resolved,
    reopened: counts.reopened,
    escalated: counts.escalated,
    mtta: mtta?.meanSeconds ?? null,
    mttaP50: mtta?.p50Seconds ?? null,
    mttr: mttr?.meanSeconds ?? null,
    mttrP50: mttr?.p50Seconds ?? null,
    timeToRespond: timeToRespond?.meanSeconds ?? null,
    timeToRespondP50: timeToRespond?.p50Seconds ?? null,
  };
}
