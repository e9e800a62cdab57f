import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import type { CatalogueEntry } from './catalogue.ts';
import type { ServicesSearch } from './servicesSearch.ts';
import { TierMark } from './TierMark.tsx';

interface ServiceTableProps {
  readonly entries: readonly CatalogueEntry[];
  readonly search: ServicesSearch;
}

/** More rows than anybody reads; the search finds the others. */
const mostRows = 300;
const heading = 'px-3 py-2 text-left text-12 font-semibold text-muted';
const cell = 'px-3 py-1.5 text-13';

export function ServiceTable({ entries, search }: ServiceTableProps) {
  return (
    <div className="surface min-w-0 overflow-clip">
      <table className="w-full table-fixed border-collapse">
        <caption className="sr-only">Services</caption>
        <thead>
          <tr className="border-b border-border">
            <th scope="col" className={heading}>
              Service
            </th>
            <th scope="col" className={`${heading} w-28`}>
              Tier
            </th>
            <th scope="col" className={`${heading} max-md:hidden`}>
              Owner
            </th>
            <th scope="col" className={`${heading} w-24 text-right max-sm:hidden`}>
              Stands on
            </th>
            <th scope="col" className={`${heading} w-24 text-right max-sm:hidden`}>
              Carries
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {entries.slice(0, mostRows).map((entry) => (
            <tr key={entry.name} className={clsx('hover:bg-hover', entry.name === search.service && 'bg-hover')}>
              <td className={`${cell} truncate`}>
                <Link
                  to="/services"
                  search={{ ...(search.q === undefined ? {} : { q: search.q }), service: entry.name }}
                  aria-current={entry.name === search.service ? 'true' : undefined}
                  activeProps={{}}
                  resetScroll={false}
                  className="font-semibold text-text underline-offset-2 hover:underline"
                >
                  <HostileText text={entry.name} />
                </Link>
              </td>
              <td className={cell}>
                <TierMark tier={entry.tier} />
              </td>
              <td className={`${cell} truncate text-muted max-md:hidden`}>
                {entry.owner !== null && <HostileText text={entry.owner} />}
              </td>
              <td className={`${cell} text-right max-sm:hidden`}>{formatCount(entry.dependsOn.length)}</td>
              <td className={`${cell} text-right max-sm:hidden`}>{formatCount(entry.dependents.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > mostRows && (
        <p className="border-t border-border px-3 py-2 text-12 text-muted">
          and {formatCount(entries.length - mostRows)} more: search for them
        </p>
      )}
    </div>
  );
}
