import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acknowledgeIncident } from '../../server/src/application/acknowledgeIncident.ts';
import { createSilence } from '../../server/src/application/createSilence.ts';
import { expireSilence } from '../../server/src/application/expireSilence.ts';
import { type IngestBatch, openIngest } from '../../server/src/application/ingestBatch.ts';
import type { IngestResult, StoredResult } from '../../server/src/application/ingestResult.ts';
import { mergeIncident } from '../../server/src/application/mergeIncident.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import { storeBatch } from '../../server/src/application/storeBatch.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { appendChanges } from '../../server/src/feed/appendChanges.ts';
import { lockIncidents, updateIncidents } from '../../server/src/persistence/incidents.ts';
import { randomId } from '../../server/src/persistence/randomId.ts';
import { send as sendStatements } from '../../server/src/persistence/statement.ts';
import { groupedByService } from '../support/groupedByService.ts';
import { newSignal } from '../support/signals.ts';
import { somebodyWaits } from '../support/somebodyWaits.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const ada: Viewer = { name: 'Ada', role: 'RESPONDER', tokenId: randomId<TokenId>() };
let vigil: TestVigil;

beforeEach(async () => {
  vigil = await startVigil({ policy: groupedByService });
});

afterEach(async () => {
  await vigil.close();
});

/** A server's way in, with what it remembers of its own. */
function openServer(): IngestBatch {
  const ingestBatch = openIngest(vigil.app);
  return (signals) => storeBatch({ ingestBatch, log: vigil.app.log }, signals);
}

function stored(result: IngestResult | undefined): StoredResult {
  if (result === undefined || result.outcome === 'REJECTED') throw new Error('not stored');
  return result;
}

async function numberOf(query: string): Promise<number> {
  const [row] = await vigil.app.database.sql.unsafe<{ number: number }[]>(`select (${query})::int as number`);
  return row?.number ?? -1;
}

describe('what a server remembers from batch to batch', () => {
  it('gives way to what people did meanwhile', async () => {
    const ingest = openServer();
    const send = async (changes: Partial<NewSignal> = {}) => stored((await ingest([newSignal(changes)]))[0]);
    const first = await send();
    expect((await send()).outcome).toBe('JOINED');
    await resolveIncident(vigil.app, ada, { id: first.incident?.id ?? '' });
    expect(await send()).toMatchObject({ outcome: 'REOPENED', incident: { id: first.incident?.id, reopenCount: 1 } });
    const other = await send({ service: 'search' });
    await mergeIncident(vigil.app, ada, { id: other.incident?.id ?? '', into: first.incident?.id ?? '' });
    expect(await send({ service: 'search' })).toMatchObject({
      outcome: 'JOINED',
      incident: { id: first.incident?.id },
    });
  });

  it('gives way to what holds signals back since, for as long as that does', async () => {
    const ingest = openServer();
    const send = async () => stored((await ingest([newSignal()]))[0]).outcome;
    expect([await send(), await send()]).toEqual(['OPENED', 'JOINED']);
    for (let round = 0; round < 5; round += 1) {
      const { silence } = await createSilence(vigil.app, ada, {
        matchers: [{ name: 'service', value: newSignal().service }],
        until: new Date(Date.now() + 60_000),
        comment: 'a deployment',
      });
      expect([await send(), await send()]).toEqual(['SUPPRESSED', 'SUPPRESSED']);
      await expireSilence(vigil.app, ada, { id: silence?.id ?? '' });
      expect([await send(), await send()]).toEqual(['JOINED', 'JOINED']);
    }
  });

  it('gives way to what another server decided', async () => {
    const [one, other] = [openServer(), openServer()];
    const opened = stored((await one([newSignal()]))[0]);
    expect(stored((await other([newSignal()]))[0])).toMatchObject({ outcome: 'JOINED', incident: { signalCount: 2 } });
    expect(stored((await one([newSignal()]))[0])).toMatchObject({
      outcome: 'JOINED',
      incident: { id: opened.incident?.id, signalCount: 3 },
    });
  });

  it('gives way to who holds the incident, and to what they make of it', async () => {
    const ingest = openServer();
    const { sql } = vigil.app.database;
    // MEDIUM notifies nobody.
    const send = async () => stored((await ingest([newSignal({ reportedSeverity: 'MEDIUM' })]))[0]);
    await send();
    const { incident: before } = await send();
    if (before === null) throw new Error('There is no incident');
    const incident = { ...before, assignee: 'Ada' };
    let sent = Promise.resolve<StoredResult | null>(null);
    await sql.begin(async (tx) => {
      // Should the signal hold the feed while it waits for the incident, this is who finds the deadlock.
      await tx`set local deadlock_timeout = '10ms'`;
      await lockIncidents(tx, [incident.id]);
      sent = send();
      await somebodyWaits(sql);
      await sendStatements(tx, updateIncidents([{ before, incident }]));
      await appendChanges(tx, [{ kind: 'UPDATED', at: new Date(), previous: null, incident }]);
    });
    expect(await sent).toMatchObject({ outcome: 'JOINED', incident: { assignee: 'Ada', signalCount: 3 } });
  });

  it('leaves nobody waiting where a signal is sent again while it is decided: the second is its duplicate', async () => {
    const ingest = openServer();
    await ingest([newSignal({ reportedSeverity: 'MEDIUM' })]);
    await ingest([newSignal({ reportedSeverity: 'MEDIUM' })]);
    // Of a service that is new there is something to be read first: meanwhile the second is on its way.
    const again = newSignal({ service: 'search', idempotencyKey: 'sent twice', reportedSeverity: 'MEDIUM' });
    const [[first], [second]] = await Promise.all([ingest([again]), ingest([again])]);
    expect(stored(first)).toMatchObject({ outcome: 'OPENED', incident: { signalCount: 1 } });
    expect(stored(second)).toMatchObject({ outcome: 'DUPLICATE', signal: { id: stored(first).signal.id } });
  });

  it('is not what an incident is numbered by: each has its own number, in the order of opening', async () => {
    const ingest = openServer();
    // MEDIUM notifies nobody: a notification is a change of its own, behind which a batch is decided anew with new numbers.
    const signalOf = (service: string) => newSignal({ service, reportedSeverity: 'MEDIUM' });
    const batches = await Promise.all(
      [0, 1, 2, 3].map((batch) => ingest([0, 1].map((place) => signalOf(`service ${batch} ${place}`)))),
    );
    const numbers = batches.map((results) => results.map((result) => stored(result).incident?.number ?? 0));
    expect(numbers.toSorted(([a = 0], [b = 0]) => a - b).flat()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('loses and doubles nothing when three servers decide at once and people act', async () => {
    const servers = [openServer(), openServer(), openServer()];
    const batchOf = (seed: number) =>
      Array.from({ length: 5 }, (_, place) => {
        const which = (seed * 7 + place * 3) % 11;
        return newSignal({
          service: `service ${which % 4}`,
          dedupKey: `alert ${which}`,
          state: (seed + place) % 6 === 5 ? 'RESOLVED' : 'FIRING',
          metrics: [{ name: 'errors_percent', value: which, unit: null, warning: 5, critical: 20 }],
        });
      });
    const lanes = servers.flatMap((ingest, server) =>
      [0, 1].map(async (lane) => {
        for (let round = 0; round < 12; round += 1) {
          const results = await ingest(batchOf(server * 100 + lane * 50 + round));
          const { incident } = results.map(stored).find((result) => result.incident !== null) ?? {};
          if (incident && round % 4 === lane) await acknowledgeIncident(vigil.app, ada, { id: incident.id });
        }
      }),
    );
    await Promise.all(lanes);

    expect(await numberOf('select count(*) from signal')).toBe(3 * 2 * 12 * 5);
    const inIncidents = await numberOf('select count(*) from signal where incident_id is not null');
    expect(await numberOf('select sum(signal_count) from incident')).toBe(inIncidents);
    expect(await numberOf('select sum(signal_count) from alert')).toBe(inIncidents);
    expect(await numberOf('select sum(signals) from tally')).toBe(3 * 2 * 12 * 5);
    expect(await numberOf('select sum(incidents) from tally')).toBe(await numberOf('select count(*) from incident'));
    expect(await numberOf('select sum(firing_alert_count) from incident')).toBe(
      await numberOf(`select count(*) from alert join incident on incident.id = incident_id
        where alert.state = 'FIRING' and incident.status <> 'RESOLVED'`),
    );
    expect(await numberOf('select count(distinct position) from change')).toBe(await numberOf('select head from feed'));
    expect(
      await numberOf(`select count(*) from (
        select 1 from incident where status <> 'RESOLVED' group by group_key having count(*) > 1) as doubled`),
    ).toBe(0);
  });

  it('is forgotten where a batch fails: a poisoned signal fails alone, whatever else is on its way', async () => {
    const ingest = openServer();
    const batches = Array.from({ length: 6 }, (_, batch) =>
      Array.from({ length: 8 }, (__, place) =>
        newSignal({ service: `service ${place % 3}`, title: batch % 2 === 0 && place === 5 ? 'bad\0title' : 'Slow' }),
      ),
    );
    const results = (await Promise.all(batches.map((batch) => ingest(batch)))).flat();
    expect(results.filter(({ outcome }) => outcome === 'REJECTED')).toHaveLength(3);
    expect(await numberOf('select count(*) from signal')).toBe(45);
    expect(await numberOf('select sum(signal_count) from incident')).toBe(45);
  });
});

it('a signal that waits for an incident while somebody merges it joins the one that took it in', async () => {
  const { sql } = vigil.app.database;
  const ingest = openServer();
  const [merged, host] = await ingest(
    ['checkout', 'search'].map((service) => newSignal({ service, reportedSeverity: 'MEDIUM' })),
  );
  const [id, into] = [merged, host].map((result) => stored(result).incident?.id);
  if (id === undefined || into === undefined) throw new Error('There are no two incidents');
  let merging: ReturnType<typeof mergeIncident> | null = null;
  let sent: ReturnType<IngestBatch> | null = null;
  await sql.begin(async (tx) => {
    await lockIncidents(tx, [id]);
    merging = mergeIncident(vigil.app, ada, { id, into });
    await somebodyWaits(sql);
    // It has found the incident already, and gets it after the merge.
    sent = openServer()([newSignal({ reportedSeverity: 'MEDIUM' })]);
    await somebodyWaits(sql, 2);
  });
  expect(await merging).toMatchObject({ userErrors: [] });
  expect(await sent).toMatchObject([{ outcome: 'JOINED', incident: { id: into, signalCount: 2 } }]);
});
