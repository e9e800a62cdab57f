import { alertNoiseOf } from '../engines/metrics/alertNoise.ts';
import { addAlertNoise } from '../persistence/alertNoise.ts';
import { noteCellsRebuilt } from '../persistence/cellWindows.ts';
import { send } from '../persistence/statement.ts';
import { addTallies, minuteOf, type Tally } from '../persistence/tally.ts';
import type { App } from './app.ts';
import { PendingConsequences } from './pendingConsequences.ts';
import { type PastIncident, type PlayedIncident, playPast } from './playPast.ts';
import { tallyBatch } from './tallyBatch.ts';

/**
 * Gives a database that holds no incident yet a past: incidents that are over, decided by the active policy, with their timelines and in
 * the metrics. Nobody is notified, no change is announced and the signals themselves are not kept. Answers how many it stored; none where
 * there is any incident already.
 */
export async function storePast(app: App, past: readonly PastIncident[]): Promise<number> {
  return await app.database.sql.begin(async (tx) => {
    const [now, { policy, version: policyVersion }] = await Promise.all([app.clock.now(tx), app.policies.active(tx)]);
    const [any] = await tx`select from incident limit 1`;
    if (any !== undefined) return 0;
    const played = past
      .map((one) => playPast(one, { policy, policyVersion, newId: app.newId }))
      .filter((one) => one !== null)
      .toSorted((one, other) => one.incident.openedAt.getTime() - other.incident.openedAt.getTime());
    const pending = new PendingConsequences(new Map());
    for (const { consequences, alert } of played) {
      for (const each of consequences) pending.add({ ...each, intents: [] }, null);
      pending.addAlert(alert);
    }
    await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: now, policyVersion });
    const decided = played.flatMap((one) => one.decided);
    await send(tx, [
      ...addTallies([...tallyBatch(decided, new Map(), [])]),
      ...addTallies(notificationTallies(played)),
      ...addAlertNoise(alertNoiseOf(decided)),
    ]);
    // The feed does not tell of it.
    await noteCellsRebuilt(tx);
    return played.length;
  });
}

/** What was told of them then, each minute of a service once. */
function notificationTallies(played: readonly PlayedIncident[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { consequences, incident } of played) {
    const { service, openedAt } = incident;
    const minute = minuteOf(openedAt);
    const key = `${minute.getTime()} ${service}`;
    const before = tallies.get(key)?.notifications ?? 0;
    const told = consequences.reduce((sum, { intents }) => sum + intents.length, 0);
    const others = { signals: 0, alerts: 0, incidents: 0, suppressed: 0 };
    if (told > 0) tallies.set(key, { minute, service, ...others, notifications: before + told });
  }
  return [...tallies.values()];
}
