import type postgres from 'postgres';
import type { Incident } from '../../server/src/domain/incident.ts';
import { mostSevere, severities } from '../../server/src/domain/severity.ts';
import { insertIncidents } from '../../server/src/persistence/incidents.ts';
import { randomId } from '../../server/src/persistence/randomId.ts';
import { send } from '../../server/src/persistence/statement.ts';
import { sampleIncident } from './sampleIncident.ts';

/** Numbers from 0 to less than 1 that follow from the seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Incidents of all kinds, opened at random from `fromMs` to before `toMs`: acknowledged or not, resolved by whom, reopened, merged, of the past. */
export function randomIncidents(count: number, fromMs: number, toMs: number, random: () => number): Incident[] {
  const chance = (share: number) => random() < share;
  const one = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0];
  const incidents: Incident[] = [];
  for (let place = 0; place < count; place += 1) {
    const openedAt = new Date(Math.floor(fromMs + random() * (toMs - fromMs)));
    // Skewed, and many of a whole minute.
    const later = () =>
      new Date(openedAt.getTime() + (chance(0.3) ? 60_000 : Math.floor(1_000 * 2 ** (random() * 18))));
    const acknowledgedAt = chance(0.6) ? later() : null;
    const resolvedAt = chance(0.7) ? later() : null;
    const resolvedByRule = resolvedAt === null ? null : chance(0.4);
    const isMerged = resolvedAt !== null && chance(0.1) && incidents.length > 0;
    const severity = one(severities);
    const stress = Math.round(random() * 100_000) / 1_000;
    const base = sampleIncident(randomId());
    incidents.push({
      ...base,
      number: place + 1,
      openedAt,
      service: one(['checkout', 'search', 'mail']),
      source: one(['prometheus', 'sentry', '']),
      severity,
      highestSeverity: mostSevere(severity, one(severities)),
      decision: { ...base.decision, stress },
      status: resolvedAt !== null ? 'RESOLVED' : acknowledgedAt !== null ? 'ACKNOWLEDGED' : 'OPEN',
      firstAcknowledgedAt: acknowledgedAt,
      acknowledgedAt,
      acknowledgedBy: acknowledgedAt === null ? null : one(['Ada', 'Bob']),
      resolvedAt,
      firstResolvedAt: isMerged ? null : resolvedAt === null ? (chance(0.2) ? later() : null) : resolvedAt,
      resolvedByRule,
      resolvedBy: resolvedAt === null ? null : resolvedByRule === true ? 'vigil' : one(['Ada', 'Cid']),
      reopenCount: chance(0.1) ? 1 : 0,
      firstEscalatedAt: chance(0.2) ? later() : null,
      firstSnoozedAt: chance(0.2) ? later() : null,
      mergedInto: isMerged ? (incidents[0]?.id ?? null) : null,
      historical: chance(0.1),
      groupKey: `group ${place}`,
      labels: chance(0.7) ? [{ name: 'team', value: one(['web', 'core']) }] : [],
    });
  }
  return incidents;
}

/** Stores them as they are. */
export async function storeIncidents(sql: postgres.Sql, incidents: readonly Incident[]): Promise<void> {
  await sql.begin((tx) => send(tx, insertIncidents(incidents)));
}
