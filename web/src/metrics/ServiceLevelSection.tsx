import { clsx } from 'clsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatDuration } from '../components/formatDuration.ts';
import { formatCompact, formatPercent } from '../components/formatNumber.ts';
import { Section } from '../components/Section.tsx';
import { SeverityBadge } from '../components/SeverityBadge.tsx';
import { BehindLink } from './BehindLink.tsx';
import type { FigureTable } from './figureTable.ts';
import type { Figures } from './MetricsContext.tsx';
import { SectionMenu } from './SectionMenu.tsx';

type Level = Figures['serviceLevel'][number];

const heading = 'px-3 py-2 text-12 font-semibold text-muted';
const cell = 'px-3 py-2 text-13 whitespace-nowrap';

/** How many incidents of each severity were acknowledged in the time that the policy gives them, and what may still be missed. */
export function ServiceLevelSection({ figures: { serviceLevel } }: { readonly figures: Figures }) {
  return (
    <Section
      title="Service level"
      aside={
        <SectionMenu title="Service level" fileName="vigil-service-level" table={() => levelTable(serviceLevel)} />
      }
      className="flex-1 relative overflow-x-auto"
    >
      {serviceLevel.length === 0 ? (
        <EmptyState title="The policy sets no targets">
          Its serviceLevel says in how many minutes incidents of a severity are to be acknowledged.
        </EmptyState>
      ) : (
        <table className="w-full border-collapse">
          <caption className="sr-only">Acknowledged in time, by severity</caption>
          <thead>
            <tr className="border-b border-border">
              <th scope="col" className={`${heading} text-left`}>
                Severity
              </th>
              <th scope="col" className={`${heading} text-right max-sm:hidden`}>
                Within
              </th>
              <th scope="col" className={`${heading} text-right`}>
                In time
              </th>
              <th scope="col" className={`${heading} text-right max-sm:hidden`}>
                Missed
              </th>
              <th scope="col" className={`${heading} text-right max-sm:hidden`}>
                Pending
              </th>
              <th scope="col" className={`${heading} text-left`}>
                Error budget
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-border">
            {serviceLevel.map((level) => (
              <LevelRow key={level.severity} level={level} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function LevelRow({ level }: { readonly level: Level }) {
  const { severity, targetMinutes, objective, met, missed, pending, share } = level;
  const shared = {
    status: 'recorded',
    part: { kind: 'severity', value: severity },
    withinMinutes: targetMinutes,
  } as const;
  return (
    <tr>
      <th scope="row" className={`${cell} text-left`}>
        <SeverityBadge severity={severity} />
      </th>
      <td className={`${cell} text-right max-sm:hidden`}>{formatDuration(targetMinutes * 60)}</td>
      <td className={`${cell} text-right`}>
        <BehindLink behind={{ figure: 'met', ...shared }}>
          <span className="font-semibold">{share === null ? '–' : formatPercent(share)}</span>
        </BehindLink>
        <span className="block text-12 text-muted">of {formatPercent(objective)}</span>
        <span className="block text-12 text-muted sm:hidden">in {formatDuration(targetMinutes * 60)}</span>
      </td>
      <td className={`${cell} text-right max-sm:hidden`}>
        <BehindLink behind={{ figure: 'missed', ...shared }}>{formatCompact(missed)}</BehindLink>
        <span className="block text-12 text-muted">
          <BehindLink behind={{ figure: 'met', ...shared }}>{formatCompact(met)} met</BehindLink>
        </span>
      </td>
      <td className={`${cell} text-right max-sm:hidden`}>
        <BehindLink behind={{ figure: 'inTime', ...shared }}>{formatCompact(pending)}</BehindLink>
      </td>
      <td className={`${cell} w-40 max-sm:whitespace-normal`}>
        <Budget left={level.errorBudgetLeft} />
      </td>
    </tr>
  );
}

function Budget({ left }: { readonly left: number | null }) {
  if (left === null) return <span className="text-12 text-muted">nothing decided yet</span>;
  const isOver = left < 0;
  return (
    <span className="flex flex-col gap-1">
      <span className="text-12">
        {isOver ? (
          <b className="font-semibold">overdrawn by {formatPercent(-left)}</b>
        ) : (
          <>
            <b className="font-semibold">{formatPercent(left)}</b> left
          </>
        )}
      </span>
      <span aria-hidden="true" className={clsx('budget-track', isOver && 'budget-over')}>
        <span className="budget-left" style={{ width: `${Math.max(0, Math.min(1, left)) * 100}%` }} />
      </span>
    </span>
  );
}

function levelTable(levels: readonly Level[]): FigureTable {
  return {
    caption: 'Service level',
    columns: [
      { heading: 'Severity', csvName: 'severity', kind: 'text' },
      { heading: 'Within', csvName: 'target_minutes', kind: 'count' },
      { heading: 'Objective', csvName: 'objective', kind: 'share' },
      { heading: 'Met', csvName: 'met', kind: 'count' },
      { heading: 'Missed', csvName: 'missed', kind: 'count' },
      { heading: 'Pending', csvName: 'pending', kind: 'count' },
      { heading: 'In time', csvName: 'share', kind: 'share' },
      { heading: 'Error budget', csvName: 'error_budget_left', kind: 'share' },
    ],
    rows: levels.map((level) => ({
      key: level.severity,
      cells: [
        level.severity,
        level.targetMinutes,
        level.objective,
        level.met,
        level.missed,
        level.pending,
        level.share,
        level.errorBudgetLeft,
      ],
    })),
  };
}
