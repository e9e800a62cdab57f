import {
  PanelMetricsChangedDocument,
  type PanelMetricsFragment,
  PanelMetricsInRangeDocument,
} from '../__generated__/operations.ts';
import { useNow } from '../components/useNow.ts';
import { type LiveMetrics, useLiveMetrics } from '../metrics/useLiveMetrics.ts';
import { type RangeName, ranges } from './range.ts';
import { rangeBounds } from './rangeBounds.ts';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** The figures of a range, read once and then pushed. */
export function usePanelMetrics(rangeName: RangeName): LiveMetrics<PanelMetricsFragment> {
  const bounds = useNow((nowMs) => {
    const { from, to } = rangeBounds(rangeName, nowMs);
    return `${from}/${to}`;
  });
  const [from = '', to = ''] = bounds.split('/');
  return useLiveMetrics(PanelMetricsInRangeDocument, PanelMetricsChangedDocument, {
    range: { from, to, timeZone },
    bucket: ranges[rangeName].bucket,
  });
}
