import { formatDuration } from '../components/formatDuration.ts';
import { formatCompact, formatCount } from '../components/formatNumber.ts';
import { BehindLink } from './BehindLink.tsx';
import { ChangeMark } from './ChangeMark.tsx';
import type { FigureTable } from './figureTable.ts';
import type { Figures } from './MetricsContext.tsx';
import { SectionMenu } from './SectionMenu.tsx';

const counts = [
  { name: 'opened', title: 'Opened', more: 'worse' },
  { name: 'acknowledged', title: 'Acknowledged', more: 'neutral' },
  { name: 'resolved', title: 'Resolved', more: 'neutral' },
  { name: 'reopened', title: 'Reopened', more: 'worse' },
  { name: 'escalated', title: 'Escalated', more: 'worse' },
] as const;

const tile = 'flex min-w-0 flex-col gap-1 bg-surface p-3';

/** How many incidents, what became of them, and how many are open now. */
export function CountsStrip({ figures }: { readonly figures: Figures }) {
  const { openNow } = figures;
  return (
    <section aria-label="Incidents" className="surface counts-strip overflow-clip">
      {counts.map(({ name, title, more }) => (
        <div key={name} className={tile}>
          <h2 className="section-title">{title}</h2>
          <p className="text-28 font-semibold" title={formatCount(figures[name])}>
            <BehindLink
              behind={{ figure: name, status: 'recorded' }}
              label={`${formatCompact(figures[name])} incidents ${name}`}
            >
              {formatCompact(figures[name])}
            </BehindLink>
          </p>
          <ChangeMark
            change={figures.change?.[name]}
            words={['more', 'fewer']}
            more={more}
            before={figures.previous === null ? undefined : formatCompact(figures.previous[name])}
          />
        </div>
      ))}
      <div className={`${tile} relative`}>
        <h2 className="section-title">Open now</h2>
        <div className="absolute top-2.5 right-2.5">
          <SectionMenu title="Incidents" fileName="vigil-incidents" table={() => countsTable(figures)} />
        </div>
        <p className="text-28 font-semibold">
          <BehindLink
            behind={{ figure: 'openNow', status: 'recorded' }}
            label={`${formatCompact(openNow.count)} incidents open now`}
          >
            {formatCompact(openNow.count)}
          </BehindLink>
        </p>
        <p className="flex h-5 items-center truncate text-12 text-muted">
          {openNow.oldestAgeSeconds === null ? 'nothing waits' : `oldest ${formatDuration(openNow.oldestAgeSeconds)}`}
        </p>
      </div>
    </section>
  );
}

/** In the range, and in the range before where there is one. */
function countsTable({ openNow, previous, ...figures }: Figures): FigureTable {
  return {
    caption: 'Incidents',
    columns: [
      { heading: 'Figure', csvName: 'figure', kind: 'text' },
      { heading: 'Incidents', csvName: 'incidents', kind: 'count' },
      { heading: 'Before', csvName: 'before', kind: 'count' },
    ],
    rows: [
      ...counts.map(({ name }) => ({ key: name, cells: [name, figures[name], previous?.[name] ?? null] })),
      { key: 'openNow', cells: ['open_now', openNow.count, null] },
    ],
  };
}
