import { formatCount } from '../../components/formatNumber.ts';
import { severityWord } from '../../components/severity.ts';
import { RehearsalExamples } from './RehearsalExamples.tsx';
import { reportRows, verdictOf } from './reportRows.ts';
import type { RehearsalReport } from './useRehearsal.ts';

interface RehearsalReportViewProps {
  readonly report: RehearsalReport;
  readonly days: number;
}

const heading = 'py-1 pr-3 text-left font-semibold text-muted';
const figure = 'py-1 pl-3 text-right';

/** What would have been different, in figures and incident by incident. */
export function RehearsalReportView({ report, days }: RehearsalReportViewProps) {
  const { signals, actual, draft, difference } = report;
  if (signals === 0) {
    return (
      <p className="text-13">
        No signal was received in the last {days === 1 ? '24 hours' : `${days} days`}: there is nothing to rehearse on.
      </p>
    );
  }
  if (actual === null || draft === null || difference === null) return null;
  return (
    <div aria-live="polite" className="flex flex-col gap-3">
      <p className="text-14 font-semibold">{verdictOf(actual, draft)}</p>
      <div className="grid items-start gap-x-8 gap-y-4 lg:grid-cols-2">
        <table className="w-full border-collapse text-13">
          <caption className="pb-1 text-left text-12 text-muted">
            {formatCount(signals)} signals of the last {days === 1 ? '24 hours' : `${days} days`}
          </caption>
          <thead>
            <tr className="border-b border-border text-12">
              <th scope="col" className={heading}>
                What
              </th>
              <th scope="col" className={`${heading} text-right!`}>
                As it was
              </th>
              <th scope="col" className={`${heading} text-right!`}>
                By the draft
              </th>
              <th scope="col" className={`${heading} pr-0! text-right!`}>
                Change
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-border">
            {reportRows(actual, draft).map(({ name, actual: was, draft: is, change }) => (
              <tr key={name}>
                <th scope="row" className="py-1 pr-3 text-left font-normal">
                  {name}
                </th>
                <td className={figure}>{was}</td>
                <td className={figure}>{is}</td>
                <td className={`${figure} font-semibold`}>{change}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="flex min-w-0 flex-col gap-3 text-13">
          {difference.severityShifts.length > 0 && (
            <div>
              <h4 className="font-semibold">{formatCount(difference.signals)} signals of another severity</h4>
              <ul className="text-muted">
                {difference.severityShifts.map(({ before, after, count }) => (
                  <li key={`${before} ${after}`}>
                    {formatCount(count)} from {severityWord[before]} to {severityWord[after]}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <RehearsalExamples difference={difference} />
        </div>
      </div>
    </div>
  );
}
