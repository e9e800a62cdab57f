import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { formatDuration } from '../components/formatDuration.ts';
import { formatCount } from '../components/formatNumber.ts';
import { Section } from '../components/Section.tsx';
import { useOpenBehind } from './BehindLink.tsx';
import type { FigureTable } from './figureTable.ts';
import { type Hour, HoursGrid, weekdays } from './HoursGrid.tsx';
import { type Figures, useMetricsPage } from './MetricsContext.tsx';
import { SectionMenu } from './SectionMenu.tsx';

const title = 'Hours of the week';
const shown = [
  ['opened', 'Opened'],
  ['mtta', 'Time to acknowledge'],
] as const;

/** When in the week incidents are opened, and when they wait: a table whose cells are shaded. */
export function HoursSection({ figures: { hours } }: { readonly figures: Figures }) {
  const { search, show, words: range, timeZone } = useMetricsPage();
  const openBehind = useOpenBehind();
  const figure = search.hours ?? 'opened';
  const isMtta = figure === 'mtta';
  const shadeOf = (hour: Hour) => (isMtta ? hour.mtta.meanSeconds : hour.opened);
  const highest = Math.max(0, ...hours.map((hour) => shadeOf(hour) ?? 0));
  return (
    <Section
      title={title}
      aside={<SectionMenu title={title} fileName="vigil-hours" table={() => hoursTable(hours)} />}
      className="flex flex-1 flex-col gap-3 p-3"
    >
      <div className="relative overflow-x-auto p-0.5">
        <HoursGrid
          caption={`${isMtta ? 'Mean time to acknowledge' : 'Incidents opened'} by weekday and hour, ${range}, ${timeZone}`}
          hours={hours}
          shadeOf={shadeOf}
          hasCounts={!isMtta}
          onOpen={(weekday, hour) => openBehind({ figure, status: 'recorded', hour: { weekday, hour } })}
        />
      </div>
      <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-muted">
        <ToggleButtonGroup
          aria-label="What the hours show"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[figure]}
          onSelectionChange={([key]) => show({ hours: key === 'mtta' ? 'mtta' : undefined })}
          className="inline-flex gap-0.5 rounded-md border border-border p-0.5"
        >
          {shown.map(([id, name]) => (
            <ToggleButton key={id} id={id} className="choice">
              {name}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <span>{highest > 0 && `darkest: ${isMtta ? formatDuration(highest) : formatCount(highest)}`}</span>
      </div>
    </Section>
  );
}

function hoursTable(hours: readonly Hour[]): FigureTable {
  return {
    caption: title,
    columns: [
      { heading: 'Weekday', csvName: 'weekday', kind: 'text' },
      { heading: 'Hour', csvName: 'hour', kind: 'count' },
      { heading: 'Opened', csvName: 'opened', kind: 'count' },
      { heading: 'Mean', csvName: 'mtta_mean_seconds', kind: 'seconds' },
      { heading: 'n', csvName: 'mtta_n', kind: 'count' },
    ],
    rows: hours.map(({ weekday, hour, opened, mtta }) => ({
      key: `${weekday}-${hour}`,
      cells: [weekdays[weekday - 1] ?? '', hour, opened, mtta.meanSeconds, mtta.n],
    })),
  };
}
