import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApiToken, revokeApiToken } from '../../server/src/application/tokens.ts';
import { type Authenticator, createAuthenticator } from '../../server/src/transport/authenticate.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
let authenticator: Authenticator;
let id: string;
let secret: string;
/** How often the database was asked. */
let asked: number;

beforeEach(async () => {
  vigil = await startVigil();
  const { database } = vigil.app;
  const counted = {
    ...database,
    get orm() {
      asked += 1;
      return database.orm;
    },
  };
  authenticator = createAuthenticator({ ...vigil.app, database: counted });
  const made = await createApiToken(vigil.app, { name: 'bridge', role: 'RESPONDER' });
  id = made.token?.id ?? '';
  secret = made.secret ?? '';
  asked = 0;
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(async () => {
  vi.useRealTimers();
  await vigil.close();
});

const viewers = (count: number) => Promise.all(Array.from({ length: count }, () => authenticator.viewerOf(secret)));

it('asks the database once, however many ask for the same token at once', async () => {
  const found = await viewers(100);
  expect(found).toEqual(found.map(() => ({ tokenId: id, name: 'bridge', role: 'RESPONDER' })));
  expect(asked).toBe(1);
  await viewers(100);
  expect(asked).toBe(1);
});

it('asks again ahead of the end, once, and nobody waits for it', async () => {
  await viewers(1);
  vi.advanceTimersByTime(2_499);
  await viewers(10);
  expect(asked).toBe(1);
  vi.advanceTimersByTime(1);
  await vigil.app.database.sql.begin(async (tx) => {
    await tx`lock table token`;
    expect(await viewers(10)).not.toContain(null);
    expect(asked).toBe(2);
  });
  // Who asks at the end of the first answer has the second one, or waits for it.
  vi.advanceTimersByTime(2_500);
  expect(await viewers(10)).not.toContain(null);
});

it('hears within five seconds of a token that was revoked elsewhere', async () => {
  await viewers(1);
  await revokeApiToken(vigil.app, id);
  vi.advanceTimersByTime(4_999);
  expect(await authenticator.viewerOf(secret)).not.toBeNull();
  vi.advanceTimersByTime(1);
  expect(await authenticator.viewerOf(secret)).toBeNull();
});

it('hears at once of one that was revoked here, also while it is asked for', async () => {
  const before = viewers(1);
  await revokeApiToken(vigil.app, id);
  authenticator.revoked(id as Parameters<Authenticator['revoked']>[0]);
  await before;
  expect(await authenticator.viewerOf(secret)).toBeNull();
  expect(await authenticator.viewerOf('vigil_of_nobody')).toBeNull();
});

it('goes on with what it knows while the database does not answer, and says so when it must be asked', async () => {
  await viewers(1);
  vi.advanceTimersByTime(4_000);
  const { database } = vigil.app;
  await database.sql`alter table token rename to gone`;
  expect(await authenticator.viewerOf(secret)).toMatchObject({ name: 'bridge' });
  vi.advanceTimersByTime(1_000);
  await expect(viewers(2)).rejects.toThrow();
  await database.sql`alter table gone rename to token`;
  expect(await authenticator.viewerOf(secret)).toMatchObject({ name: 'bridge' });
});
