import { useMemo } from 'react';
import { trendData } from '../charts/trendData.ts';
import { lazyPart } from '../components/lazyPart.ts';
import { Section } from '../components/Section.tsx';
import { severities } from '../components/severity.ts';
import { SeverityLegend } from '../panels/SeverityLegend.tsx';
import { useOpenBehind } from './BehindLink.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { type Figures, useMetricsPage } from './MetricsContext.tsx';
import { severityTable, severityWords } from './pointTable.ts';
import { pointWords } from './pointWords.ts';
import { useTableChoice } from './useTableChoice.tsx';

const SeverityMixChart = lazyPart(() =>
  import('../charts/SeverityMixChart.tsx').then(({ SeverityMixChart }) => SeverityMixChart),
);

const title = 'Incidents by severity';

/** How many incidents were opened when, and how bad they were. */
export function SeverityMixSection({ figures }: { readonly figures: Figures }) {
  const { bucket, timeZone, words: range } = useMetricsPage();
  const openBehind = useOpenBehind();
  const { series: points } = figures;
  const words = useMemo(() => pointWords(bucket, timeZone), [bucket, timeZone]);
  const caption = `Incidents opened by ${bucket} and severity, ${range}`;
  const table = useMemo(() => severityTable(caption, points, words), [caption, points, words]);
  const [isTable, menu] = useTableChoice(title, 'vigil-severity', table);
  const data = useMemo(() => trendData(points, words.short), [points, words]);
  const texts = useMemo(
    () => points.map((point) => `${words.long(Date.parse(point.from))}: ${severityWords(point)}`),
    [points, words],
  );
  // The stack begins with the mildest.
  const stacked = severities.toReversed();
  return (
    <Section title={title} aside={menu} className="flex flex-col gap-3 p-3">
      <ChartFrame
        table={table}
        isTable={isTable}
        empty={figures.opened === 0 ? 'No incident was opened in this range.' : undefined}
        className="h-52"
      >
        <SeverityMixChart
          data={data}
          label={caption}
          pointTexts={texts}
          onOpen={(index, series) => {
            const point = points[index];
            if (point === undefined) return;
            const severity = series === null ? undefined : stacked[series];
            openBehind({
              figure: 'opened',
              status: 'recorded',
              point: { from: point.from, to: point.to },
              ...(severity === undefined ? {} : { part: { kind: 'severity', value: severity } }),
            });
          }}
        />
      </ChartFrame>
      <p className="text-12 text-muted">
        <SeverityLegend />
      </p>
    </Section>
  );
}
