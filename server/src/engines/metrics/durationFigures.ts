import { type DurationStats, sketchStats } from './durationStats.ts';
import { type Figures, type MeasuredDuration, sketchOf, statusesOf } from './figures.ts';
import { isLazy } from './lazyFigures.ts';
import { Sketch } from './sketch.ts';

/** Statistics of a duration, and how many incidents have none yet and never will. */
export interface DurationFigures extends DurationStats {
  readonly pending: number;
  readonly notApplicable: number;
}

type ByDuration = Partial<Record<MeasuredDuration, DurationFigures>>;

const known = new WeakMap<Figures, ByDuration>();

/** What figures say of a duration. Worked out once where they cannot change any more: a cell is part of many answers. */
export function durationFigures(figures: Figures, name: MeasuredDuration): DurationFigures {
  if (!isLazy(figures)) return workOut(figures, name);
  const ofFigures = known.get(figures) ?? {};
  const found = ofFigures[name] ?? workOut(figures, name);
  ofFigures[name] = found;
  known.set(figures, ofFigures);
  return found;
}

function workOut(figures: Figures, name: MeasuredDuration): DurationFigures {
  const sketch = ownSketch(figures, name);
  const { pending, notApplicable } = statusesOf(figures, name, sketch.count);
  const stats = sketchStats(sketch, pending + notApplicable);
  const { meanSeconds, p50Seconds, p90Seconds, p95Seconds, maxSeconds, n, excluded } = stats;
  return { meanSeconds, p50Seconds, p90Seconds, p95Seconds, maxSeconds, n, excluded, pending, notApplicable };
}

function ownSketch(figures: Figures, name: MeasuredDuration): Sketch {
  if (name !== 'resolve' || !isLazy(figures)) return sketchOf(figures, name);
  const both = new Sketch();
  figures.addTo(both, 'resolveByPeople', 1);
  figures.addTo(both, 'resolveByRule', 1);
  return both;
}
