import type { LearningQuery } from '../__generated__/operations.ts';
import { formatCount, formatPercent } from '../components/formatNumber.ts';

type HeldOut = NonNullable<NonNullable<LearningQuery['severityModel']>['heldOut']>;

interface HeldOutTableProps {
  readonly heldOut: HeldOut;
}

const heading = 'py-1 pl-4 text-right font-semibold text-muted';
const figure = 'py-1 pl-4 text-right';

/** The rules and the model on corrections that the model did not see: is an incident HIGH or CRITICAL? */
export function HeldOutTable({ heldOut: { trainedOn, rules, model } }: HeldOutTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="border-collapse text-13">
        <caption className="pb-1 text-left text-12 text-muted">
          Is it HIGH or CRITICAL? Learned from {formatCount(trainedOn)}, asked about {formatCount(model.n)} later
          corrections, where the rules were wrong more often than usual.
        </caption>
        <thead>
          <tr className="border-b border-border text-12">
            <th scope="col" className="py-1 text-left font-semibold text-muted">
              Who answers
            </th>
            <th scope="col" className={heading}>
              Precision
            </th>
            <th scope="col" className={heading}>
              Recall
            </th>
            <th scope="col" className={heading}>
              F1
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {[
            { who: 'Rules', figures: rules },
            { who: 'Model', figures: model },
          ].map(({ who, figures }) => (
            <tr key={who}>
              <th scope="row" className="py-1 text-left font-normal">
                {who}
              </th>
              {[figures.precision, figures.recall, figures.f1].map((share, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
                <td key={place} className={figure}>
                  {share === null ? '–' : formatPercent(share)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
