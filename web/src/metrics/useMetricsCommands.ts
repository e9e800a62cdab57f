import { type RefObject, useMemo } from 'react';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/useCommands.ts';
import { csvOf } from './figureTable.ts';
import type { Figures, MetricsPageState } from './MetricsContext.tsx';
import { noFilters, presets } from './metricsSearch.ts';
import { wholeTable } from './pointTable.ts';
import { presetWords } from './RangeControls.tsx';
import { savePart } from './SectionMenu.tsx';
import { saveCsv } from './saveFile.ts';

export interface MetricsExports {
  readonly figuresAsCsv: () => void;
  readonly pageAsPng: () => void;
}

/** Both as files: every figure of every point, and all that is shown. */
export function metricsExports(
  { words }: MetricsPageState,
  figures: Figures | undefined,
  shown: RefObject<HTMLElement | null>,
): MetricsExports {
  return {
    figuresAsCsv: () => {
      if (figures !== undefined) saveCsv('vigil-metrics', csvOf(wholeTable(figures.series)));
    },
    pageAsPng: () => savePart('vigil-metrics', `Vigil, ${words}`, shown.current),
  };
}

/** What can be done on the page, for the palette. */
export function useMetricsCommands(page: MetricsPageState, exports: MetricsExports): void {
  const { show } = page;
  const commands = useMemo(
    (): readonly Command[] => [
      ...presets.map(
        (preset): Command => ({
          id: `metrics ${preset}`,
          title: `Metrics of ${presetWords[preset].words}`,
          group: 'Page',
          words: 'range',
          run: () => show({ range: preset === '30d' ? undefined : preset, from: undefined, to: undefined }),
        }),
      ),
      {
        id: 'metrics clear',
        title: 'Clear the filters of the metrics',
        group: 'Page',
        run: () => show(noFilters),
      },
      {
        id: 'metrics csv',
        title: 'Save the figures as CSV',
        group: 'Page',
        words: 'export download',
        run: exports.figuresAsCsv,
      },
      {
        id: 'metrics png',
        title: 'Save the page as PNG',
        group: 'Page',
        words: 'export download picture charts',
        run: exports.pageAsPng,
      },
    ],
    [show, exports],
  );
  useCommands(commands);
}
