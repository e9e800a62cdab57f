import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIngest } from '../../server/src/application/ingestBatch.ts';
import type { IngestResult, StoredResult } from '../../server/src/application/ingestResult.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;

beforeEach(async () => {
  vigil = await startVigil();
});

afterEach(() => vigil.close());

function stored(result: IngestResult | undefined): StoredResult {
  if (result === undefined || result.outcome === 'REJECTED') throw new Error('the signal was not stored');
  return result;
}

async function ingest(...signals: NewSignal[]): Promise<StoredResult[]> {
  const results = await ingestSignals(
    vigil.app,
    signals.map((signal) => ({ ok: true, signal })),
  );
  return results.map(stored);
}

async function count(table: string): Promise<number> {
  const { sql } = vigil.app.database;
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ${sql(table)}`;
  return row?.count ?? -1;
}

describe('ingest', () => {
  it('makes one incident of the signals of one service, one alert of those with one key', async () => {
    const results = await ingest(
      newSignal({ dedupKey: 'disk' }),
      newSignal({ dedupKey: 'disk' }),
      newSignal({ dedupKey: 'latency', title: 'Latency is high' }),
      newSignal({ service: 'search', dedupKey: 'search' }),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['OPENED', 'JOINED', 'JOINED', 'OPENED']);
    expect(results[0]?.incident?.id).toBe(results[2]?.incident?.id);
    expect(results[0]?.incident).toMatchObject({ signalCount: 3, firingAlertCount: 2, severity: 'HIGH' });
    expect([await count('signal'), await count('alert'), await count('incident')]).toEqual([4, 3, 2]);
  });

  it('resolves an incident with its last alert, and reopens it when one fires again within the window', async () => {
    const [first] = await ingest(newSignal({ dedupKey: 'a' }), newSignal({ dedupKey: 'b' }));
    const [one] = await ingest(newSignal({ dedupKey: 'a', state: 'RESOLVED' }));
    expect(one).toMatchObject({ outcome: 'JOINED', incident: { status: 'OPEN', firingAlertCount: 1 } });
    const [two] = await ingest(newSignal({ dedupKey: 'b', state: 'RESOLVED' }));
    expect(two).toMatchObject({ outcome: 'RESOLVED', incident: { status: 'RESOLVED', resolvedByRule: true } });
    vigil.advance(60_000);
    const [again] = await ingest(newSignal({ dedupKey: 'b' }));
    expect(again).toMatchObject({ outcome: 'REOPENED', incident: { id: first?.incident?.id, status: 'OPEN' } });
  });

  it('opens a new incident when the resolved one is older than the reopen window', async () => {
    const [first] = await ingest(newSignal({ dedupKey: 'a' }));
    await ingest(newSignal({ dedupKey: 'a', state: 'RESOLVED' }));
    vigil.advance(11 * 60_000);
    const [again] = await ingest(newSignal({ dedupKey: 'a' }));
    expect(again?.outcome).toBe('OPENED');
    expect(again?.incident?.id).not.toBe(first?.incident?.id);
  });

  it('returns the first answer to an idempotency key that was seen before, in the same batch or later', async () => {
    const signal = newSignal({ idempotencyKey: 'once' });
    const [first, same] = await ingest(signal, signal);
    const [later] = await ingest({ ...signal, title: 'Another title' });
    expect([first?.outcome, same?.outcome, later?.outcome]).toEqual(['OPENED', 'DUPLICATE', 'DUPLICATE']);
    expect(later?.signal.id).toBe(first?.signal.id);
    expect(later?.decision).toEqual(first?.decision);
    expect(later?.incident?.signalCount).toBe(1);
    expect(await count('signal')).toBe(1);
  });

  it('returns first answers among few signals whose keys it takes for new', async () => {
    const keyed = (idempotencyKey: string | null) => newSignal({ reportedSeverity: 'MEDIUM', idempotencyKey });
    const outcomes = async (...keys: (string | null)[]) =>
      (await ingest(...keys.map(keyed))).map(({ outcome }) => outcome);
    expect(await outcomes(null)).toEqual(['OPENED']);
    expect(await outcomes('one', 'two', 'one')).toEqual(['JOINED', 'JOINED', 'DUPLICATE']);
    expect(await outcomes('three', 'two', null)).toEqual(['JOINED', 'DUPLICATE', 'JOINED']);
    expect(await outcomes('three', 'four')).toEqual(['DUPLICATE', 'JOINED']);
    expect(await count('signal')).toBe(6);
    expect(await count('idempotency')).toBe(4);
  });

  it('keeps one open incident per group, whoever sends at the same time', async () => {
    const batches = Array.from({ length: 12 }, (_, place) => [
      newSignal({ service: `service ${place % 3}`, dedupKey: `alert ${place}` }),
      newSignal({ service: `service ${(place + 1) % 3}`, dedupKey: `alert ${place}` }),
    ]);
    // Each on a transaction of its own, as several servers would.
    const results = await Promise.all(batches.map((batch) => ingestWithRetry(batch)));
    expect(results.flat().filter(({ outcome }) => outcome === 'OPENED')).toHaveLength(3);
    expect(await count('incident')).toBe(3);
    const { sql } = vigil.app.database;
    const [sum] = await sql<{ signals: number }[]>`select sum(signal_count)::int as signals from incident`;
    expect(sum?.signals).toBe(24);
  });

  async function ingestWithRetry(batch: NewSignal[]): Promise<StoredResult[]> {
    const { storeBatch } = await import('../../server/src/application/storeBatch.ts');
    const options = { ingestBatch: openIngest(vigil.app), log: vigil.app.log };
    return (await storeBatch(options, batch)).map(stored);
  }

  it('refuses a poisoned signal alone', async () => {
    // No transport lets a NUL through; it stands for whatever Postgres might refuse.
    const signals = [newSignal({ title: 'one' }), newSignal({ title: 'bad\0title' }), newSignal({ title: 'three' })];
    const results = await ingestSignals(
      vigil.app,
      signals.map((signal) => ({ ok: true, signal })),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['OPENED', 'REJECTED', 'JOINED']);
    expect(await count('signal')).toBe(2);
  });

  it('counts historical signals on their own time and keeps them apart from live incidents', async () => {
    const [live] = await ingest(newSignal());
    const occurredAt = new Date('2025-01-01T00:00:00.000Z');
    const [past] = await ingest(newSignal({ historical: true, occurredAt }));
    expect(past).toMatchObject({ outcome: 'OPENED', incident: { openedAt: occurredAt, historical: true } });
    expect(past?.incident?.id).not.toBe(live?.incident?.id);
  });

  it('fires the systemic rule once when the third incident becomes CRITICAL', async () => {
    const critical = () => newSignal({ service: randomUUID(), reportedSeverity: 'CRITICAL' });
    const results = await ingest(critical(), critical(), critical(), critical());
    const systemic = results.map(({ escalations }) => escalations.filter(({ factor }) => factor === 'systemic').length);
    expect(systemic).toEqual([0, 0, 1, 0]);
  });
});
