import { HostileText } from '../components/HostileText.tsx';

export interface ListedChange {
  readonly path: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
}

interface ChangeListProps {
  readonly changes: readonly ListedChange[];
}

/** What is different, field by field: a table that can be read out. */
export function ChangeList({ changes }: ChangeListProps) {
  return (
    <table className="w-full table-fixed border-collapse text-12">
      <caption className="sr-only">What is different</caption>
      <thead>
        <tr className="border-b border-border text-left text-muted">
          <th scope="col" className="py-1 pr-3 font-semibold">
            Field
          </th>
          <th scope="col" className="w-[28%] py-1 pr-3 font-semibold">
            Before
          </th>
          <th scope="col" className="w-[28%] py-1 font-semibold">
            After
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-border">
        {changes.map(({ path, before, after }) => (
          <tr key={path.join('\n')} className="align-top">
            <th scope="row" className="py-1 pr-3 text-left font-mono font-normal">
              <HostileText text={path.join('.')} />
            </th>
            <Value value={before} />
            <Value value={after} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const longest = 200;

function Value({ value }: { readonly value: string | null }) {
  return (
    <td className="py-1 pr-3 font-mono">
      {value === null ? (
        <span className="font-sans text-muted">nothing</span>
      ) : (
        <HostileText text={value.length > longest ? `${value.slice(0, longest)}…` : value} />
      )}
    </td>
  );
}
