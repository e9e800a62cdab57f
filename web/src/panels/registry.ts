import type { ComponentType } from 'react';
import { CountsPanel } from './CountsPanel.tsx';
import type { PanelProps } from './PanelProps.ts';
import { ResponsePanel } from './ResponsePanel.tsx';
import { SeverityDistributionPanel } from './SeverityDistributionPanel.tsx';
import { TrendPanel } from './TrendPanel.tsx';

/** The panels in the order in which they are shown. */
export const panelKinds = ['counts', 'response', 'severity', 'trend'] as const;

export type PanelKind = (typeof panelKinds)[number];

/** To add a panel: its file, its kind above, its line here. */
export const panels = {
  counts: CountsPanel,
  response: ResponsePanel,
  severity: SeverityDistributionPanel,
  trend: TrendPanel,
} satisfies Record<PanelKind, ComponentType<PanelProps>>;
