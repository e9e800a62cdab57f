import type postgres from 'postgres';
import { rebuildRollups } from '../../server/src/application/metricRollups.ts';
import type { Alert } from '../../server/src/domain/alert.ts';
import type { AlertId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import type { Severity } from '../../server/src/domain/severity.ts';
import type { AlertNoise } from '../../server/src/engines/metrics/alertNoise.ts';
import { addAlertNoise } from '../../server/src/persistence/alertNoise.ts';
import { upsertAlerts } from '../../server/src/persistence/alerts.ts';
import { insertIncidents } from '../../server/src/persistence/incidents.ts';
import { randomId } from '../../server/src/persistence/randomId.ts';
import { send } from '../../server/src/persistence/statement.ts';
import { addTallies, minuteOf, type Tally } from '../../server/src/persistence/tally.ts';
import { seededRandom } from './incidentHistory.ts';
import { sampleIncident } from './sampleIncident.ts';

interface HistoryOptions {
  /** How many days before `untilMs` it begins. */
  readonly days: number;
  /** ms since 1970. */
  readonly untilMs: number;
  readonly seed?: number;
}

/** Out of the way of incidents that the server numbers. */
const firstNumber = 100_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const services: readonly (readonly [name: string, weight: number, titles: readonly string[]])[] = [
  ['checkout', 5, ['Error rate of checkout is high', 'Checkout is slow']],
  ['search', 4, ['Search answers slowly', 'Index lags behind']],
  ['payments', 3, ['Payment authorisations time out', 'Card provider refuses']],
  ['web-frontend', 3, ['TimeoutError: POST /api/checkout', 'Unhandled rejection in cart']],
  ['orders-db', 2, ['Replication lag is high', 'Disk is nearly full']],
  ['mail', 2, ['Queue of mails grows']],
  ['edge-host-07', 1, ['Host does not answer to ping']],
];
const weighted = services.flatMap((service) => Array.from({ length: service[1] }, () => service));
const responders = ['Ada', 'Bob', 'Cid', 'Dana'] as const;
const sources = ['prometheus', 'sentry', 'cloudwatch'] as const;
/** Minutes in which the severities are acknowledged, at the median. */
const medianMinutes: Readonly<Record<Severity, number>> = { CRITICAL: 2.5, HIGH: 6, MEDIUM: 18, LOW: 45 };

/** Incidents as a team has them: most in working hours, few critical ones, times that are skewed and become better. */
export function responseHistory({ days, untilMs, seed = 7 }: HistoryOptions): Incident[] {
  const random = seededRandom(seed);
  const incidents: Incident[] = [];
  for (let hour = days * 24; hour > 0; hour -= 1) {
    const startMs = untilMs - hour * hourMs;
    const at = new Date(startMs);
    const isWork = at.getUTCDay() % 6 !== 0 && at.getUTCHours() >= 8 && at.getUTCHours() < 19;
    const rate = (isWork ? 0.55 : 0.16) * (at.getUTCDate() % 11 === 0 ? 2.5 : 1);
    const pace = (0.75 + (0.5 * hour) / (days * 24)) * (isWork ? 1 : 1.7);
    for (let count = Math.floor(rate + random()); count > 0; count -= 1) {
      const openedAtMs = Math.floor(startMs + random() * hourMs * 0.98);
      incidents.push(incidentAt(firstNumber + incidents.length, openedAtMs, { untilMs, pace, random }));
    }
  }
  return incidents;
}

interface Circumstances {
  readonly untilMs: number;
  /** Times are so much longer than usual. */
  readonly pace: number;
  readonly random: () => number;
}

function incidentAt(number: number, openedAtMs: number, { untilMs, pace, random }: Circumstances): Incident {
  const chance = (share: number) => random() < share;
  const one = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('There is nothing to choose from');
    return value;
  };
  const skew = () => Math.exp((random() + random() + random() - 1.5) * 1.6);
  const [service, , titles] = one(weighted);
  const draw = random();
  const severity: Severity = draw < 0.07 ? 'CRITICAL' : draw < 0.3 ? 'HIGH' : draw < 0.7 ? 'MEDIUM' : 'LOW';
  const ackMs = medianMinutes[severity] * minuteMs * skew() * pace;
  const endMs = openedAtMs + ackMs + medianMinutes[severity] * 5 * minuteMs * skew();
  const isRecent = untilMs - openedAtMs < 3 * hourMs;
  const isTaken = chance(0.8) && !(isRecent && chance(0.6));
  const openedAt = new Date(openedAtMs);
  const acknowledgedAt = isTaken ? new Date(openedAtMs + Math.floor(ackMs)) : null;
  const resolvedAt = endMs > untilMs || isRecent ? null : new Date(Math.floor(endMs));
  const resolvedByRule = resolvedAt === null ? null : acknowledgedAt === null || chance(0.25);
  const responder = one(responders);
  return {
    ...sampleIncident(randomId()),
    number,
    title: one(titles),
    service,
    source: one(sources),
    severity,
    highestSeverity: severity === 'MEDIUM' && chance(0.2) ? 'HIGH' : severity,
    openedAt,
    lastSignalAt: openedAt,
    updatedAt: resolvedAt ?? acknowledgedAt ?? openedAt,
    signalCount: 1 + Math.floor(skew() ** 2 * 14),
    status: resolvedAt !== null ? 'RESOLVED' : acknowledgedAt !== null ? 'ACKNOWLEDGED' : 'OPEN',
    firstAcknowledgedAt: acknowledgedAt,
    acknowledgedAt,
    acknowledgedBy: acknowledgedAt === null ? null : responder,
    firstResolvedAt: resolvedAt,
    resolvedAt,
    resolvedByRule,
    resolvedBy: resolvedAt === null ? null : resolvedByRule === true ? 'vigil' : responder,
    reopenCount: chance(0.06) ? 1 : 0,
    firstEscalatedAt: ackMs > 20 * minuteMs && chance(0.5) ? new Date(openedAtMs + 15 * minuteMs) : null,
    groupKey: `history ${number}`,
    labels: [{ name: 'team', value: service === 'search' || service === 'mail' ? 'discovery' : 'commerce' }],
  };
}

/** Stores them as if they had happened here, with an alert each and some noise. */
export async function storeResponseHistory(sql: postgres.Sql, incidents: readonly Incident[]): Promise<void> {
  const tallies = onceEach(incidents.map(tallyOf), ({ minute, service }) => `${minute.getTime()} ${service}`);
  const noise = onceEach(incidents.map(noiseOf), ({ day, dedupKey }) => `${day.getTime()} ${dedupKey}`);
  const history = [
    ...insertIncidents(incidents),
    ...upsertAlerts(incidents.map(alertOf)),
    ...addTallies(tallies),
    ...addAlertNoise(noise),
  ];
  await sql.begin((tx) => send(tx, history));
  await rebuildRollups(sql);
}

const dedupKeyOf = ({ service, title }: Incident) => `${service}/${title}`;

function alertOf(incident: Incident): Alert {
  const { service, source, title, signalCount, openedAt, status } = incident;
  return {
    id: randomId() as AlertId,
    incidentId: incident.id,
    dedupKey: dedupKeyOf(incident),
    source,
    service,
    title,
    url: null,
    state: status === 'RESOLVED' ? 'RESOLVED' : 'FIRING',
    signalCount,
    firstSeenAt: openedAt,
    lastSeenAt: openedAt,
    labels: [],
    metrics: [],
    stateHistory: 0,
    stateCheckedAt: openedAt,
    flapping: false,
  };
}

function tallyOf({ openedAt, service, severity, signalCount, number }: Incident): Tally {
  return {
    minute: minuteOf(openedAt),
    service,
    signals: signalCount * 3,
    alerts: 1 + (number % 3),
    incidents: 1,
    notifications: severity === 'LOW' ? 0 : 1 + (number % 2),
    suppressed: number % 10 === 0 ? 2 : 0,
  };
}

function noiseOf(incident: Incident): AlertNoise {
  const { openedAt, service, title, source, signalCount } = incident;
  const day = new Date(Math.floor(openedAt.getTime() / dayMs) * dayMs);
  return {
    day,
    dedupKey: dedupKeyOf(incident),
    historical: false,
    service,
    title,
    source,
    signals: signalCount,
    occurrences: 1,
  };
}

/** The last of each key: a statement cannot write a row twice. */
function onceEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
