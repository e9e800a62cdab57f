import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { keepRetention } from '../../server/src/jobs/retention.ts';
import { type NoiseQuery, readAlertNoise } from '../../server/src/persistence/alertNoise.ts';
import { newSignal } from '../support/signals.ts';
import { silentLog } from '../support/silentLog.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const dayMs = 86_400_000;
let vigil: TestVigil;

beforeEach(async () => {
  vigil = await startVigil({ policy: 'profile: load-v2\nname: by service\ngrouping: { by: service }\n' });
});

afterEach(() => vigil.close());

async function send(count: number, changes: Partial<NewSignal>): Promise<void> {
  const signals = Array.from({ length: count }, () => newSignal(changes));
  for (const { outcome } of await vigil.app.intake.submit(signals)) expect(outcome).not.toBe('REJECTED');
}

async function noise(changes: Partial<NoiseQuery> = {}) {
  const every = { from: new Date(0), to: new Date('2100-01-01T00:00:00.000Z') };
  const query = { ...every, historical: true, service: null, limit: 10, ...changes };
  const found = await readAlertNoise(vigil.app.database.sql, query);
  return found.map(({ title, signals, occurrences }) => [title, signals, occurrences]);
}

/** Forgets what was counted, and counts the alerts that there are as the migration does. */
async function migrateAgain(): Promise<void> {
  const { sql } = vigil.app.database;
  await sql`delete from noisy_alert`;
  const migration = await readFile(new URL('../../drizzle/0015_noisy_alerts.sql', import.meta.url), 'utf8');
  await sql.unsafe(migration.split('--> statement-breakpoint').at(-1) ?? '');
}

it('alerts are counted by their keys, in sixteens and by incident, the noisiest first', async () => {
  await send(50, { title: 'Disk full', dedupKey: 'disk', service: 'storage' });
  await send(3, { title: 'Slow', dedupKey: 'slow', service: 'checkout' });
  await send(20, { title: 'Slow', dedupKey: 'slow', service: 'checkout' });
  await send(1, { title: 'Slow', dedupKey: 'slow', service: 'checkout', state: 'RESOLVED' });
  await send(5, { title: 'Nothing to tell it by', service: 'search' });
  expect(await noise()).toEqual([
    ['Disk full', 48, 1],
    ['Slow', 16, 1],
    ['Nothing to tell it by', 1, 1],
  ]);
  await migrateAgain();
  expect(await noise()).toHaveLength(3);
  expect((await noise())[0]).toEqual(['Disk full', 48, 1]);

  // Later it is another incident's.
  vigil.advance(60 * 60_000);
  await send(2, { title: 'Slow again', dedupKey: 'slow', service: 'checkout' });
  expect((await noise())[1]).toEqual(['Slow again', 17, 2]);
  expect(await noise({ service: ['storage'] })).toEqual([['Disk full', 48, 1]]);
  expect(await noise({ limit: 1 })).toHaveLength(1);
});

it('days and history are apart, and old days are trimmed', async () => {
  await send(17, {
    dedupKey: 'past',
    title: 'Past',
    historical: true,
    occurredAt: new Date('2026-01-05T10:00:00.000Z'),
  });
  await send(17, { dedupKey: 'now', title: 'Now' });
  expect(await noise({ historical: false })).toEqual([['Now', 16, 1]]);
  const january5 = new Date('2026-01-05T00:00:00.000Z');
  const range = { from: january5, to: new Date(january5.getTime() + dayMs) };
  expect(await noise(range)).toEqual([['Past', 16, 1]]);
  expect(await noise({ ...range, from: range.to, to: new Date(range.to.getTime() + dayMs) })).toEqual([]);

  const { database, clock } = vigil.app;
  const oldest = (await clock.now()).getTime() - january5.getTime();
  vigil.advance(401 * dayMs - oldest);
  await keepRetention({ database, clock, log: silentLog, signalDays: 30 });
  expect(await noise()).toEqual([['Now', 16, 1]]);
});
