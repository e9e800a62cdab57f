import { EmptyState } from '../components/EmptyState.tsx';
import { formatCompact, formatPercent, formatReading } from '../components/formatNumber.ts';
import { Section } from '../components/Section.tsx';
import { BehindLink } from './BehindLink.tsx';
import type { FigureTable } from './figureTable.ts';
import { type Figures, useMetricsPage } from './MetricsContext.tsx';
import { isFiltered } from './metricsSearch.ts';
import { SectionMenu } from './SectionMenu.tsx';

type Ledger = Figures['noise'];

/** How much noise became how few incidents: signals, alerts, incidents, notifications, and what each step makes of the one before. */
export function NoiseSection({ figures: { noise } }: { readonly figures: Figures }) {
  const { search } = useMetricsPage();
  // What was received has no severity yet, and nobody has answered it: only services narrow it.
  const { service: _service, ...others } = search;
  const isWider = isFiltered(others);
  const highest = Math.max(noise.signals, noise.alerts, noise.incidents, noise.notifications);
  const ratio = (value: number | null, words: string) => (value === null ? null : `${formatReading(value)} ${words}`);
  const steps = [
    { name: 'Signals', count: noise.signals, ratio: heldBack(noise) },
    { name: 'Alerts', count: noise.alerts, ratio: ratio(noise.signalsPerAlert, 'signals an alert') },
    { name: 'Incidents', count: noise.incidents, ratio: ratio(noise.alertsPerIncident, 'alerts an incident') },
    {
      name: 'Notifications',
      count: noise.notifications,
      ratio: ratio(noise.notificationsPerIncident, 'notifications an incident'),
    },
  ];
  return (
    <Section
      title="Noise"
      aside={<SectionMenu title="Noise" fileName="vigil-noise" table={() => noiseTable(noise)} />}
      className="flex flex-1 flex-col gap-3 p-3"
    >
      {noise.signals === 0 ? (
        <EmptyState title="No signal was received in this range" />
      ) : (
        <>
          <p className="text-13">
            <b className="text-20 font-semibold">{noise.noiseRatio === null ? '–' : formatPercent(noise.noiseRatio)}</b>{' '}
            of the signals opened no incident
            {noise.signalsPerIncident !== null && `: ${formatReading(noise.signalsPerIncident)} signals an incident`}
          </p>
          <ol className="flex flex-col gap-2">
            {steps.map(({ name, count, ratio: words }) => (
              <li key={name} className="funnel-step">
                <span className="text-13 text-muted">{name}</span>
                <span className="funnel-track">
                  <span
                    className="funnel-bar"
                    style={{ width: `${(Math.log1p(count) / Math.log1p(highest)) * 100}%` }}
                  />
                </span>
                <span className="text-right text-13 font-semibold">
                  {isWider ? (
                    formatCompact(count)
                  ) : (
                    <BehindLink
                      behind={{ figure: 'opened', status: 'recorded' }}
                      label={`${formatCompact(count)} ${name.toLowerCase()}: the incidents behind them`}
                    >
                      {formatCompact(count)}
                    </BehindLink>
                  )}
                </span>
                <span className="text-12 text-muted">{words}</span>
              </li>
            ))}
          </ol>
          <p className="text-12 text-muted">
            Each bar on a logarithmic scale.{isWider && ' Of the filters, only services count here.'}
          </p>
        </>
      )}
    </Section>
  );
}

function heldBack({ suppressed }: Ledger): string | null {
  return suppressed === 0 ? null : `${formatCompact(suppressed)} held back`;
}

function noiseTable(noise: Ledger): FigureTable {
  const fields = [
    ['signals', noise.signals],
    ['suppressed', noise.suppressed],
    ['alerts', noise.alerts],
    ['incidents', noise.incidents],
    ['notifications', noise.notifications],
    ['signals_per_alert', noise.signalsPerAlert],
    ['alerts_per_incident', noise.alertsPerIncident],
    ['notifications_per_incident', noise.notificationsPerIncident],
    ['signals_per_incident', noise.signalsPerIncident],
    ['noise_ratio', noise.noiseRatio],
  ] as const;
  return {
    caption: 'Noise',
    columns: fields.map(([csvName]) => ({ heading: csvName, csvName, kind: 'count' })),
    rows: [{ key: 'noise', cells: fields.map(([, value]) => value) }],
  };
}
