import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { withAdmin } from '../support/databaseServer.ts';
import { messagesOf, openRawSocket } from '../support/graphqlSocket.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil } from '../support/startVigil.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

/** Longer than a board's feed is silent. */
const awayMs = 5_000;

test('a feed outlives a database that is away for a while, and goes on with what comes then', async () => {
  const database = await createTestDatabase();
  const vigil = await startVigil({ database });
  const { url } = inject('testPostgres');
  const [row] = await vigil.app.database.sql<{ name: string }[]>`select current_database() as name`;
  const name = row?.name ?? '';
  const letIn = (allowed: boolean) =>
    withAdmin(url, async (sql) => {
      await sql`alter database ${sql(name)} with allow_connections ${sql.unsafe(String(allowed))}`;
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    });
  const socket = await openRawSocket(vigil.url);
  try {
    const begun = messagesOf(socket, 2);
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${vigil.token}` } }));
    const query = 'subscription { incidentFeed { serverTime changes { incident { service } } } }';
    await messagesOf(socket, 1);
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } }));
    await begun;
    const messages: { type: string; payload: { data: { incidentFeed: { changes: unknown[] } } } }[] = [];
    socket.on('message', (text) => messages.push(JSON.parse(String(text))));

    await letIn(false);
    await sleep(awayMs);
    await letIn(true);

    const input = { source: 'test', service: 'back', title: 'It is slow', reportedSeverity: 'MEDIUM' };
    const ingest = () =>
      requestGraphQL<{ ingestSignal: { outcome: string } }>(
        vigil,
        'mutation ($input: SignalInput!) { ingestSignal(input: $input) { outcome } }',
        { input },
      );
    await expect.poll(async () => (await ingest()).data?.ingestSignal.outcome, { timeout: 15_000 }).toBeDefined();
    await expect
      .poll(() => messages.some(({ payload }) => payload.data?.incidentFeed.changes.length > 0), { timeout: 5_000 })
      .toBe(true);
    expect(messages.filter(({ type }) => type !== 'next')).toEqual([]);
  } finally {
    socket.terminate();
    await vigil.close();
    await database.drop();
  }
}, 60_000);
