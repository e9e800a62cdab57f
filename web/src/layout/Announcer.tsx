import { useLive } from '../live/LiveContext.tsx';
import { useDeferredText } from './useDeferredText.ts';

/** What screen readers hear without asking: counts when they rest, critical incidents at once. */
export function Announcer() {
  const counts = useLive(({ load, columns }) =>
    load.kind === 'LOADED' ? `${columns.OPEN.length} open, ${columns.ACKNOWLEDGED.length} acknowledged` : '',
  );
  const sentence = useLive((state) => state.announcement?.sentence ?? '');
  const politely = useDeferredText(counts);
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {politely}
      </p>
      <p aria-live="assertive" className="sr-only">
        {sentence}
      </p>
    </>
  );
}
