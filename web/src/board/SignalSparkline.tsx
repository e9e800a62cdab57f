import { Sparkline } from '../components/Sparkline.tsx';
import { useNow } from '../components/useNow.ts';
import { type Activity, binMs, countsUntil, shownBins } from '../live/activity.ts';

/** How an incident's signals came in the last ten minutes, as far as this browser has watched. */
export function SignalSparkline({ activity }: { readonly activity: Activity }) {
  const bin = useNow((nowMs) => Math.floor(nowMs / binMs));
  const counts = countsUntil(activity, bin);
  if (counts.every((count) => count === 0)) return null;
  const values = [...Array<null>(shownBins - counts.length).fill(null), ...counts];
  return (
    <Sparkline
      values={values}
      label={`${counts.reduce((sum, count) => sum + count, 0)} signals seen in the last 10 minutes`}
      className="shrink-0 text-muted"
    />
  );
}
