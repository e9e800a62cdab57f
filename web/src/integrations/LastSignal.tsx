import type { SignalSourcesQuery } from '../__generated__/operations.ts';
import { formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';

export type SignalSource = SignalSourcesQuery['signalSources'][number];

interface LastSignalProps {
  readonly source: string;
  readonly last: SignalSource | null | undefined;
}

/** When a source was heard last, as far as that is known. */
export function LastSignal({ source, last }: LastSignalProps) {
  if (last === undefined) return <>…</>;
  if (last === null) return <>No signal from “{source}” among the last 5,000</>;
  return (
    <>
      Last signal from “{source}” <RelativeTime at={last.lastReceivedAt} align="end" />
    </>
  );
}

/** All sources of the last signals. */
export function SourceTable({ sources }: { readonly sources: readonly SignalSource[] }) {
  return (
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">Sources that were heard of late</caption>
      <thead>
        <tr className="border-b border-border text-12 text-muted">
          <th scope="col" className="px-3 py-2 text-left font-semibold">
            Source
          </th>
          <th scope="col" className="px-3 py-2 text-right font-semibold">
            Of the last 5,000
          </th>
          <th scope="col" className="px-3 py-2 text-right font-semibold">
            Heard last
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-border">
        {sources.map(({ source, lastReceivedAt, signals }) => (
          <tr key={source}>
            <th scope="row" className="px-3 py-1.5 text-left font-semibold">
              <HostileText text={source} />
            </th>
            <td className="px-3 py-1.5 text-right">{formatCount(signals)}</td>
            <td className="px-3 py-1.5 text-right text-muted">
              <RelativeTime at={lastReceivedAt} align="end" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
