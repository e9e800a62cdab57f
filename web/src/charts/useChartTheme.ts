import { useMemo } from 'react';
import { useEffectiveTheme } from '../components/useEffectiveTheme.ts';
import { type ChartTheme, readChartTheme } from './chartTheme.ts';

/** The chart colours of the theme in force; follows the system and the switch on the page. */
export function useChartTheme(): ChartTheme {
  const theme = useEffectiveTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme says when the tokens change, not what they are
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    return readChartTheme((name) => style.getPropertyValue(name));
  }, [theme]);
}
