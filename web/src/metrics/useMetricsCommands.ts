import { useMemo } from 'react';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/useCommands.ts';
import { savePicture } from './chartPicture.ts';
import { csvOf } from './figureTable.ts';
import type { Figures, MetricsPageState } from './MetricsContext.tsx';
import { noFilters, presets } from './metricsSearch.ts';
import { wholeTable } from './pointTable.ts';
import { presetWords } from './RangeControls.tsx';
import { saveCsv } from './saveFile.ts';

export interface MetricsExports {
  readonly figuresAsCsv: () => void;
  readonly chartsAsPng: () => void;
}

/** Both as files: every figure of every point, and all charts as they are shown. */
export function metricsExports({ charts, words }: MetricsPageState, figures: Figures | undefined): MetricsExports {
  return {
    figuresAsCsv: () => {
      if (figures !== undefined) saveCsv('vigil-metrics', csvOf(wholeTable(figures.series)));
    },
    chartsAsPng: () => {
      const drawn = [...charts].map(([title, { canvas }]) => ({ title, canvas }));
      if (drawn.length > 0) void savePicture('vigil-metrics', `Vigil, ${words}`, drawn);
    },
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
        title: 'Save the charts as PNG',
        group: 'Page',
        words: 'export download picture',
        run: exports.chartsAsPng,
      },
    ],
    [show, exports],
  );
  useCommands(commands);
}
