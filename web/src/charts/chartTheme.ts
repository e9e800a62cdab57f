import type { Severity } from '../__generated__/operations.ts';
import { severityVariable } from '../components/severity.ts';

/** The tokens that a canvas needs as plain values, because it does not understand CSS variables. */
export interface ChartTheme {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
  readonly tooltip: string;
  readonly onTooltip: string;
  readonly fontFamily: string;
  readonly severity: Readonly<Record<Severity, string>>;
}

/** Reads the tokens through `property`, which answers the value of a custom property of the root element. */
export function readChartTheme(property: (name: string) => string): ChartTheme {
  const read = (name: string) => property(name).trim();
  return {
    text: read('--text'),
    muted: read('--muted'),
    grid: read('--border'),
    surface: read('--surface'),
    tooltip: read('--accent'),
    onTooltip: read('--on-accent'),
    fontFamily: read('--font-sans'),
    severity: {
      CRITICAL: read(severityVariable.CRITICAL),
      HIGH: read(severityVariable.HIGH),
      MEDIUM: read(severityVariable.MEDIUM),
      LOW: read(severityVariable.LOW),
    },
  };
}
