import { HostileText } from '../components/HostileText.tsx';
import { BehindLink } from './BehindLink.tsx';
import { type FigureTable, formatCell } from './figureTable.ts';

interface FigureTableViewProps {
  readonly table: FigureTable;
  /** Links would take the focus where nobody sees it. */
  readonly isHidden: boolean;
}

/** The figures of a chart as a table: for screen readers always, for everybody on demand. */
export function FigureTableView({ table: { caption, columns, rows }, isHidden }: FigureTableViewProps) {
  return (
    <table className="w-full border-collapse text-12">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ heading, kind }) => (
            <th
              key={heading}
              scope="col"
              className={`sticky top-0 bg-surface px-2 py-1 font-semibold text-muted ${kind === 'text' ? 'text-left' : 'text-right'}`}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-border">
        {rows.map(({ key, cells: [first = '', ...cells], behind }) => (
          <tr key={key}>
            <th scope="row" className="px-2 py-1 text-left font-normal whitespace-nowrap">
              {behind === undefined || isHidden ? (
                <HostileText text={String(first ?? '–')} />
              ) : (
                <BehindLink behind={behind} className="underline">
                  <HostileText text={String(first ?? '–')} />
                </BehindLink>
              )}
            </th>
            {cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell's place is its column
              <td key={index} className="px-2 py-1 text-right whitespace-nowrap">
                {formatCell(cell, columns[index + 1]?.kind ?? 'text')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
