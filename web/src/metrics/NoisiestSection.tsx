import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { PolicyToGroupDocument } from '../__generated__/operations.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatCompact } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { LinkButton } from '../components/LinkButton.tsx';
import { Section } from '../components/Section.tsx';
import { formatMatchers } from '../silences/matcherText.ts';
import { BehindLink } from './BehindLink.tsx';
import type { FigureTable } from './figureTable.ts';
import type { Figures } from './MetricsContext.tsx';
import { SectionMenu } from './SectionMenu.tsx';

type NoisyAlert = Figures['noisiestAlerts'][number];

const heading = 'px-3 py-2 text-12 font-semibold text-muted';
const cell = 'px-3 py-1.5 text-13';

/** The alerts that sent the most, with what can be done about them. */
export function NoisiestSection({ figures: { noisiestAlerts, noise } }: { readonly figures: Figures }) {
  const policyVersion = useQuery(PolicyToGroupDocument).data?.policy?.version.toString();
  return (
    <Section
      title="Noisiest alerts"
      aside={<SectionMenu title="Noisiest alerts" fileName="vigil-noisiest" table={() => noisyTable(noisiestAlerts)} />}
      className="flex-1 relative overflow-x-auto"
    >
      {noisiestAlerts.length === 0 ? (
        <EmptyState title="No alert sent anything in this range" />
      ) : (
        <table className="w-full border-collapse">
          <caption className="sr-only">The alerts with the most signals</caption>
          <thead className="max-sm:sr-only">
            <tr className="border-b border-border">
              <th scope="col" className={`${heading} text-left`}>
                Alert
              </th>
              <th scope="col" className={`${heading} text-right`}>
                Signals
              </th>
              <th scope="col" className={`${heading} text-right max-md:hidden`}>
                Began
              </th>
              <th scope="col" className={`${heading} text-right`}>
                <span className="sr-only">What can be done</span>
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-border">
            {noisiestAlerts.map((alert) => (
              <NoisyRow key={alert.dedupKey} alert={alert} all={noise.signals} policyVersion={policyVersion} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

interface NoisyRowProps {
  readonly alert: NoisyAlert;
  /** Signals of all alerts. */
  readonly all: number;
  /** The policy in force says what is grouped. */
  readonly policyVersion: string | undefined;
}

function NoisyRow({ alert, all, policyVersion }: NoisyRowProps) {
  const { title, service, source, signals, occurrences } = alert;
  return (
    <tr className="max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto]">
      <th scope="row" className={`${cell} w-full text-left font-normal sm:max-w-0`}>
        <Link
          to="/incidents"
          search={{ q: title } as never}
          className="line-clamp-1 font-semibold text-text no-underline underline-offset-2 hover:underline"
        >
          <HostileText text={title} />
        </Link>
        <span className="line-clamp-1 text-12 text-muted">
          <BehindLink behind={{ figure: 'opened', status: 'recorded', part: { kind: 'service', value: service } }}>
            <HostileText text={service} />
          </BehindLink>{' '}
          · <HostileText text={source} />
        </span>
      </th>
      <td className={`${cell} text-right whitespace-nowrap`} title={all > 0 ? shareWords(signals / all) : undefined}>
        {formatCompact(signals)}
      </td>
      <td className={`${cell} text-right whitespace-nowrap text-muted max-md:hidden`}>
        {occurrences === 1 ? 'once' : `${formatCompact(occurrences)} times`}
      </td>
      <td className={`${cell} max-sm:col-span-2 max-sm:pt-0`}>
        <span className="flex gap-1 sm:justify-end">
          <LinkButton to="/silences" search={{ new: '1', matcher: matcherOf(alert), comment: `Noisy: ${title}` }}>
            Silence
          </LinkButton>
          <LinkButton to="/policies" search={{ edit: policyVersion }}>
            Group
          </LinkButton>
        </span>
      </td>
    </tr>
  );
}

const shareWords = (share: number) => `${Math.round(share * 100)}% of all signals of the range`;

function matcherOf({ service, title }: NoisyAlert): string {
  const is = (name: string, value: string) => ({ name, operator: 'EQUAL' as const, value });
  return formatMatchers([is('service', service), is('title', title)]);
}

function noisyTable(alerts: readonly NoisyAlert[]): FigureTable {
  return {
    caption: 'Noisiest alerts',
    columns: [
      { heading: 'Alert', csvName: 'title', kind: 'text' },
      { heading: 'Dedup key', csvName: 'dedup_key', kind: 'text' },
      { heading: 'Service', csvName: 'service', kind: 'text' },
      { heading: 'Source', csvName: 'source', kind: 'text' },
      { heading: 'Signals', csvName: 'signals', kind: 'count' },
      { heading: 'Began', csvName: 'occurrences', kind: 'count' },
    ],
    rows: alerts.map(({ title, dedupKey, service, source, signals, occurrences }) => ({
      key: dedupKey,
      cells: [title, dedupKey, service, source, signals, occurrences],
    })),
  };
}
