import { useMemo } from 'react';
import type { DurationSeries } from '../charts/durationChartData.ts';
import { formatDuration } from '../components/formatDuration.ts';
import { formatCompact, formatCount } from '../components/formatNumber.ts';
import { lazyPart } from '../components/lazyPart.ts';
import { Section } from '../components/Section.tsx';
import { BehindLink, useOpenBehind } from './BehindLink.tsx';
import { ChangeMark } from './ChangeMark.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { DurationFacts } from './DurationFacts.tsx';
import { type Figures, useMetricsPage } from './MetricsContext.tsx';
import { durationTable } from './pointTable.ts';
import { pointWords } from './pointWords.ts';
import { useTableChoice } from './useTableChoice.tsx';

const DurationChart = lazyPart(() => import('../charts/DurationChart.tsx').then(({ DurationChart }) => DurationChart));

const kinds = {
  mtta: { title: 'Time to acknowledge', short: 'MTTA', empty: 'No incident was acknowledged in this range.' },
  mttr: { title: 'Time to resolve', short: 'MTTR', empty: 'No incident was resolved in this range.' },
  timeToRespond: {
    title: 'Time to respond',
    short: 'first action',
    empty: 'No incident was responded to in this range.',
  },
} as const;

interface ResponseSectionProps {
  readonly figures: Figures;
  readonly kind: keyof typeof kinds;
}

/** One duration: its figures over the whole range, against the range before, and its course. */
export function ResponseSection({ figures, kind }: ResponseSectionProps) {
  const { title, short, empty } = kinds[kind];
  const { bucket, timeZone, words: range } = useMetricsPage();
  const openBehind = useOpenBehind();
  const words = useMemo(() => pointWords(bucket, timeZone), [bucket, timeZone]);
  const { series: points } = figures;
  const stats = figures[kind];
  const caption = `${title} by ${bucket}, ${range}`;
  const table = useMemo(() => durationTable(caption, points, kind, words), [caption, points, kind, words]);
  const [isTable, menu] = useTableChoice(title, `vigil-${kind}`, table);
  const series = useMemo((): DurationSeries => {
    const valuesOf = (field: 'meanSeconds' | 'p50Seconds' | 'p90Seconds' | 'p95Seconds') =>
      points.map((point) => point[kind][field]);
    return {
      labels: points.map(({ from }) => words.short(Date.parse(from))),
      mean: valuesOf('meanSeconds'),
      p50: valuesOf('p50Seconds'),
      p90: valuesOf('p90Seconds'),
      p95: valuesOf('p95Seconds'),
    };
  }, [points, kind, words]);
  const texts = useMemo(
    () => ({
      titles: points.map(({ from }) => words.long(Date.parse(from))),
      footers: points.map((point) => `n ${formatCount(point[kind].n)}, ${formatCount(point[kind].excluded)} excluded`),
      points: points.map((point) => {
        const { meanSeconds, p50Seconds, p95Seconds, n } = point[kind];
        const measured =
          meanSeconds === null
            ? 'nothing measured'
            : `mean ${formatDuration(meanSeconds)}, p50 ${formatDuration(p50Seconds ?? 0)}, p95 ${formatDuration(p95Seconds ?? 0)}, n ${n}`;
        return `${words.long(Date.parse(point.from))}: ${measured}`;
      }),
    }),
    [points, kind, words],
  );
  const before = figures.previous?.[kind].meanSeconds ?? undefined;
  return (
    <Section title={title} aside={menu} className="flex flex-1 flex-col gap-3 p-3">
      <div className="flex min-h-14 flex-col gap-1">
        {stats.meanSeconds === null ? (
          <p className="text-13 text-balance text-muted">{empty}</p>
        ) : (
          <>
            <p className="flex items-baseline gap-2 text-28 font-semibold">
              <BehindLink behind={{ figure: kind, status: 'recorded' }}>{formatDuration(stats.meanSeconds)}</BehindLink>
              <span className="text-12 font-normal text-muted">mean{short === 'first action' ? '' : `, ${short}`}</span>
            </p>
            <ChangeMark
              change={figures.change?.[kind]}
              words={['slower', 'faster']}
              more="worse"
              before={before === undefined ? undefined : formatDuration(before)}
            />
          </>
        )}
      </div>
      <DurationFacts figure={kind} stats={stats} />
      <ChartFrame
        table={table}
        isTable={isTable}
        empty={stats.n === 0 ? 'Nothing to draw' : undefined}
        className="h-44"
      >
        <DurationChart
          series={series}
          titles={texts.titles}
          footers={texts.footers}
          label={caption}
          pointTexts={texts.points}
          onOpen={(index) => {
            const point = points[index];
            if (point === undefined) return;
            openBehind({ figure: kind, status: 'recorded', point: { from: point.from, to: point.to } });
          }}
        />
      </ChartFrame>
      <ChartKey />
      {kind === 'mttr' && <ByWhom figures={figures} />}
    </Section>
  );
}

function ChartKey() {
  return (
    <p aria-hidden="true" className="flex h-4 items-center gap-3 text-12 text-muted">
      <span className="chart-key chart-key-mean">mean</span>
      <span className="chart-key chart-key-median">p50</span>
      <span className="chart-key chart-key-band">to p90</span>
      <span className="chart-key chart-key-far-band">to p95</span>
    </p>
  );
}

/** Resolves by people and automatic ones apart. */
function ByWhom({ figures: { mttrByPeople, mttrAutomatic } }: { readonly figures: Figures }) {
  const words = (stats: { meanSeconds: number | null; n: number }) =>
    stats.meanSeconds === null ? 'none' : `${formatDuration(stats.meanSeconds)} (${formatCompact(stats.n)})`;
  return (
    <p className="-my-1 flex flex-wrap gap-x-3 text-12 text-muted">
      <BehindLink behind={{ figure: 'mttrByPeople', status: 'recorded' }} className="py-1">
        by people {words(mttrByPeople)}
      </BehindLink>
      <BehindLink behind={{ figure: 'mttrAutomatic', status: 'recorded' }} className="py-1">
        by itself {words(mttrAutomatic)}
      </BehindLink>
    </p>
  );
}
