import { useEffect } from 'react';
import { Sparkline } from '../components/Sparkline.tsx';
import { useNow } from '../components/useNow.ts';
import { binMs, countsUntil, shownBins } from '../live/activity.ts';
import { useHistoryLoader } from '../live/HistoryContext.tsx';
import type { LiveIncident } from '../live/liveIncident.ts';

/** How an incident's signals came in the last hour. The part that came before this browser watched is loaded when it comes into sight. */
export function SignalSparkline({ incident }: { readonly incident: Pick<LiveIncident, 'id' | 'activity'> }) {
  const { id, activity } = incident;
  const histories = useHistoryLoader();
  const { isComplete } = activity;
  useEffect(() => {
    if (!isComplete) histories.ask(id);
  }, [histories, id, isComplete]);
  const bin = useNow((nowMs) => Math.floor(nowMs / binMs));
  const counts = countsUntil(activity, bin);
  if (counts.every((count) => count === 0)) return null;
  const values = [...Array<null>(shownBins - counts.length).fill(null), ...counts];
  return (
    <Sparkline
      values={values}
      label={`${counts.reduce((sum, count) => sum + count, 0)} signals in the last hour`}
      className="card-sparkline shrink-0 text-muted"
    />
  );
}
