import type { ChartTheme } from './chartTheme.ts';

/** How the box beside the pointer looks, in all charts. */
export function tooltipOptions(theme: ChartTheme) {
  return {
    backgroundColor: theme.tooltip,
    titleColor: theme.onTooltip,
    bodyColor: theme.onTooltip,
    footerColor: theme.onTooltip,
    titleFont: { family: theme.fontFamily, size: 12 },
    bodyFont: { family: theme.fontFamily, size: 12 },
    footerFont: { family: theme.fontFamily, size: 12, weight: 'normal' as const },
    padding: 8,
    cornerRadius: 4,
    boxPadding: 4,
  };
}
