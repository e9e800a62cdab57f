import { clsx } from 'clsx';
import { CountsStrip } from './CountsStrip.tsx';
import { GroupsSection } from './GroupsSection.tsx';
import { HoursSection } from './HoursSection.tsx';
import type { Figures } from './MetricsContext.tsx';
import type { MetricsVariables } from './metricsVariables.ts';
import { NoiseSection } from './NoiseSection.tsx';
import { NoisiestSection } from './NoisiestSection.tsx';
import { ResponseSection } from './ResponseSection.tsx';
import { ServiceLevelSection } from './ServiceLevelSection.tsx';
import { SeverityMixSection } from './SeverityMixSection.tsx';

interface MetricsSectionsProps {
  readonly figures: Figures;
  readonly variables: MetricsVariables;
  /** The figures answer the question before: they stay while the next ones load. */
  readonly isStale: boolean;
}

export function MetricsSections({ figures, variables, isStale }: MetricsSectionsProps) {
  return (
    <div className={clsx('flex flex-col gap-5', isStale && 'opacity-60')} aria-busy={isStale}>
      <CountsStrip figures={figures} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-3">
        <ResponseSection figures={figures} kind="mtta" />
        <ResponseSection figures={figures} kind="mttr" />
        <ResponseSection figures={figures} kind="timeToRespond" />
      </div>
      {/* The hours get as much as their cells need to be hit: 24 pixels each. */}
      <div className="grid grid-cols-1 gap-4 min-[1360px]:grid-cols-[minmax(0,1fr)_minmax(0,1.12fr)]">
        <SeverityMixSection figures={figures} />
        <HoursSection figures={figures} />
      </div>
      <GroupsSection variables={variables} />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <ServiceLevelSection figures={figures} />
        <NoiseSection figures={figures} />
      </div>
      <NoisiestSection figures={figures} />
    </div>
  );
}
