import type { ActiveElement, Chart, ChartData, ChartOptions } from 'chart.js';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Chart as ReactChart } from 'react-chartjs-2';

export interface InteractiveChartProps<Kind extends 'bar' | 'line'> {
  readonly kind: Kind;
  readonly data: ChartData<Kind, (number | null)[], string>;
  readonly options: ChartOptions<Kind>;
  /** What a screen reader calls it. */
  readonly label: string;
  /** Each point in words. */
  readonly pointTexts: readonly string[];
  /** Opens what is behind a point; `datasetIndex` is null where the keyboard chose the point as a whole. */
  readonly onOpen: (index: number, datasetIndex: number | null) => void;
}

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowLeft: (index) => index - 1,
  ArrowDown: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  ArrowUp: (index) => index + 1,
  PageDown: (index) => index - 7,
  PageUp: (index) => index + 7,
  Home: () => 0,
  End: (_index, last) => last,
};

/** A chart whose points are walked through by arrow keys, as a slider's, and opened by Enter or a click. */
export function InteractiveChart<Kind extends 'bar' | 'line'>(props: InteractiveChartProps<Kind>) {
  const { kind, data, options, label, pointTexts, onOpen } = props;
  const chart = useRef<Chart<Kind> | null>(null);
  const last = pointTexts.length - 1;
  const [chosen, setChosen] = useState<number | null>(null);
  const index = Math.min(chosen ?? last, last);

  function mark(next: number | null): void {
    const drawn = chart.current;
    if (drawn === null) return;
    const elements = next === null ? [] : elementsAt(drawn as unknown as Chart, next);
    drawn.setActiveElements(elements);
    drawn.tooltip?.setActiveElements(elements, { x: 0, y: 0 });
    drawn.update('none');
  }

  function choose(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(index, null);
      return;
    }
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(last, step(index, last)));
    setChosen(next);
    mark(next);
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={index}
      aria-valuetext={pointTexts[index]}
      aria-orientation="horizontal"
      className="size-full cursor-pointer rounded-md"
      onKeyDown={choose}
      onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && mark(index)}
      onBlur={() => mark(null)}
    >
      <ReactChart
        type={kind}
        ref={(drawn: Chart<Kind> | null | undefined) => {
          chart.current = drawn ?? null;
        }}
        data={data as never}
        options={
          {
            ...options,
            onClick: (_event: unknown, elements: ActiveElement[], drawn: Chart) => {
              const [near] = elements;
              if (near !== undefined) onOpen(near.index, hitDataset(drawn, _event));
            },
          } as never
        }
        aria-hidden="true"
      />
    </div>
  );
}

function elementsAt(chart: Chart, index: number): { datasetIndex: number; index: number }[] {
  return chart.data.datasets.flatMap(({ data }, datasetIndex) => {
    const value = data[index];
    return value === null || value === undefined || value === 0 ? [] : [{ datasetIndex, index }];
  });
}

/** The part of a stack under the pointer; null beside all of them. */
function hitDataset(chart: Chart, event: unknown): number | null {
  const [hit] = chart.getElementsAtEventForMode(event as never, 'nearest', { intersect: true }, true);
  return hit?.datasetIndex ?? null;
}
