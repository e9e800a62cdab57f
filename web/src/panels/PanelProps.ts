import type { PanelMetricsFragment } from '../__generated__/operations.ts';
import type { RangeName } from './range.ts';

/** What every panel gets. */
export interface PanelProps {
  readonly metrics: PanelMetricsFragment;
  readonly range: RangeName;
}
