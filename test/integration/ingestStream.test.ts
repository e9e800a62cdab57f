import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drainMs, streamBounds } from '../../server/src/transport/bounds.ts';
import { holdDatabase } from '../support/holdDatabase.ts';
import { requestGraphQL } from '../support/request.ts';
import { somebodyWaits } from '../support/somebodyWaits.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { startUpload } from '../support/upload.ts';

let vigil: TestVigil;
beforeAll(async () => {
  vigil = await startVigil({ intakeBound: 1400 });
});
afterAll(() => vigil.close());

let services = 0;
const service = () => `service ${services++}`;
const signal = (changes: Record<string, unknown> = {}) => ({
  source: 'test',
  service: 'uploaded',
  title: 'It is slow',
  reportedSeverity: 'HIGH',
  ...changes,
});

async function countSignals(of: string): Promise<number> {
  const { sql } = vigil.app.database;
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from signal where service = ${of}`;
  return row?.count ?? -1;
}

describe('an upload', () => {
  test('is answered a line each while it goes on', async () => {
    const upload = startUpload(vigil);
    const own = service();
    for (let line = 1; line <= 3; line += 1) {
      upload.send(signal({ service: own }));
      expect(await upload.next()).toEqual([
        { line, outcome: line === 1 ? 'OPENED' : 'JOINED', incident: expect.any(String), severity: 'HIGH' },
      ]);
      expect(await countSignals(own)).toBe(line);
    }
    upload.request.end();
    expect(await upload.rest()).toEqual([]);
    expect(await upload.status).toBe(200);
  });

  test('refuses single lines with what is wrong, and goes on', async () => {
    const upload = startUpload(vigil);
    upload.send(
      signal({ title: '' }),
      'hello',
      '[]',
      '',
      '  ',
      { ...signal(), colour: 'red' },
      signal({ reportedSeverity: 'LOW' }),
    );
    // The last line may do without a line break.
    upload.request.end(JSON.stringify(signal({ confidence: 2 })));
    const answers = await upload.rest();
    expect(answers).toMatchObject([
      {
        line: 1,
        outcome: 'REJECTED',
        userErrors: [{ code: 'INVALID', field: ['title'], message: expect.stringContaining('250') }],
      },
      {
        line: 2,
        outcome: 'REJECTED',
        userErrors: [{ code: 'INVALID', field: null, message: expect.stringContaining('not JSON') }],
      },
      { line: 3, outcome: 'REJECTED', userErrors: [{ message: expect.stringContaining('must be an object') }] },
      { line: 6, outcome: 'REJECTED', userErrors: [{ field: ['colour'] }] },
      { line: 7, severity: 'LOW' },
      { line: 8, outcome: 'REJECTED', userErrors: [{ field: ['confidence'] }] },
    ]);
  });

  test.each([
    ['plain', {}, (text: string) => text],
    ['compressed', { 'content-encoding': 'gzip' }, (text: string) => gzipSync(text)],
    ['compressed under the older name', { 'content-encoding': 'X-GZIP' }, (text: string) => gzipSync(text)],
  ])('of more lines than may wait at once is read as fast as they are stored, %s', async (_what, headers, pack) => {
    const own = service();
    const count = 4321;
    const lines = Array.from({ length: count }, (_, place) =>
      JSON.stringify(signal({ service: own, title: `Alert ${place % 50}` })),
    );
    const upload = startUpload(vigil, headers);
    upload.request.end(pack(`${lines.join('\n')}\n`));
    const answers = await upload.rest();
    expect(answers.map(({ line }) => line)).toEqual(lines.map((_, place) => place + 1));
    expect(answers.filter(({ outcome }) => outcome !== 'JOINED')).toMatchObject([{ line: 1, outcome: 'OPENED' }]);
    expect(await countSignals(own)).toBe(count);
  });

  test('waits while the intake is full instead of failing', async () => {
    const own = service();
    const held = await holdDatabase(vigil.app);
    const upload = startUpload(vigil);
    upload.request.end(Array.from({ length: 3000 }, () => `${JSON.stringify(signal({ service: own }))}\n`).join(''));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await held.letGo();
    expect((await upload.rest()).length).toBe(3000);
    expect(await countSignals(own)).toBe(3000);
  });
});

describe('before the first answer', () => {
  const statusOf = async (
    headers: Record<string, string>,
    body: string | Buffer = `${JSON.stringify(signal())}\n`,
    token = vigil.token,
  ) => {
    const upload = startUpload({ url: vigil.url, token }, headers);
    upload.request.end(body);
    const status = await upload.status;
    return { status, answer: await upload.rest().catch((error: unknown) => error) };
  };

  test('what is not lines of JSON is refused', async () => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data']) {
      const { status, answer } = await statusOf({ 'content-type': type });
      expect(status).toBe(415);
      expect(String(answer)).toContain('application/x-ndjson');
    }
    expect(await statusOf({ 'content-encoding': 'br' })).toMatchObject({ status: 415 });
  });

  test('what comes while the server stops is refused, and the server does not wait for it', async () => {
    const own = await startVigil();
    const { sql } = own.app.database;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let holding: Promise<unknown> = Promise.resolve();
    await new Promise<void>((held, failed) => {
      holding = sql.begin(async (tx) => {
        // Nobody's token can be read.
        await tx`lock table token in access exclusive mode`;
        held();
        await released;
      });
      holding.catch(failed);
    });
    const upload = startUpload(own);
    upload.send(signal());
    await somebodyWaits(sql);
    const closing = own.close();
    const waiting = new AbortController();
    const impatience = sleep(drainMs / 2, 'still running', { signal: waiting.signal });
    setTimeout(release, 1000);
    expect(await upload.status).toBe(503);
    await holding;
    expect(await Promise.race([closing.then(() => 'stopped'), impatience])).toBe('stopped');
    waiting.abort();
    await impatience.catch(() => {});
  });

  test('whoever may not ingest is refused', async () => {
    expect(await statusOf({}, '', 'nobody')).toMatchObject({ status: 401 });
    const { data } = await requestGraphQL<{ createApiToken: { secret: string } }>(
      vigil,
      'mutation { createApiToken(input: { name: "reader", role: VIEWER }) { secret } }',
    );
    expect(await statusOf({}, '', data?.createApiToken.secret)).toMatchObject({ status: 403 });
  });
});

describe('an upload that ends early has its lines answered, and says why in the last one', () => {
  test('when a line is too long', async () => {
    const upload = startUpload(vigil);
    upload.send(signal());
    await upload.next();
    upload.request.write('x'.repeat(streamBounds.lineBytes + 1));
    expect(await upload.rest()).toMatchObject([
      { error: { code: 'PAYLOAD_TOO_LARGE', message: expect.stringContaining('262144') }, lines: 1 },
    ]);
  });

  test('when a small body unpacks to a line without end', async () => {
    const upload = startUpload(vigil, { 'content-encoding': 'gzip' });
    upload.request.end(gzipSync(`${JSON.stringify(signal())}\n${' '.repeat(100_000_000)}`));
    expect(await upload.rest()).toMatchObject([{ line: 1 }, { error: { code: 'PAYLOAD_TOO_LARGE' }, lines: 1 }]);
  });

  test('when a small body unpacks to blank lines without end', async () => {
    const upload = startUpload(vigil, { 'content-encoding': 'gzip' });
    upload.request.end(gzipSync('\n'.repeat(100_000_000)));
    expect(await upload.rest()).toMatchObject([
      { error: { code: 'BAD_REQUEST', message: expect.stringContaining('blank') } },
    ]);
  });

  test.each([
    ['is not gzip', () => Buffer.from(`${JSON.stringify(signal())}\n`), 0],
    ['breaks off', () => gzipSync(`${JSON.stringify(signal())}\n`.repeat(3)).subarray(0, -12), 0],
  ])('when the gzip stream %s', async (_what, body) => {
    const upload = startUpload(vigil, { 'content-encoding': 'gzip' });
    upload.request.end(body());
    const answers = await upload.rest();
    expect(answers.at(-1)).toMatchObject({ error: { code: 'BAD_REQUEST', message: expect.stringContaining('gzip') } });
    expect(answers.at(-1)?.lines).toBe(answers.length - 1);
  });

  test('when its token is revoked', async () => {
    const { data } = await requestGraphQL<{ createApiToken: { secret: string; token: { id: string } } }>(
      vigil,
      'mutation { createApiToken(input: { name: "sender", role: INGESTER }) { secret token { id } } }',
    );
    const made = data?.createApiToken;
    const upload = startUpload({ url: vigil.url, token: made?.secret ?? '' });
    upload.send(signal());
    await upload.next();
    const revoke = 'mutation ($id: ID!) { revokeApiToken(input: { id: $id }) { token { id } } }';
    await requestGraphQL(vigil, revoke, { id: made?.token.id });
    expect(await upload.rest()).toMatchObject([{ error: { code: 'UNAUTHENTICATED' }, lines: 1 }]);
  });

  test('when the server stops: what was taken is stored and answered first', async () => {
    const own = await startVigil();
    const upload = startUpload(own);
    upload.send(signal(), signal());
    await upload.next(2);
    const held = await holdDatabase(own.app);
    upload.send(signal(), signal(), signal());
    await fetch(`${own.url}/healthz`).then((response) => response.arrayBuffer());
    const closing = own.close();
    setTimeout(() => void held.letGo(), 500);
    expect(await upload.rest()).toMatchObject([
      { line: 3, outcome: 'JOINED' },
      { line: 4 },
      { line: 5 },
      { error: { code: 'UNAVAILABLE', message: expect.stringContaining('stopping'), retryAfter: 1 }, lines: 5 },
    ]);
    await closing;
  });
});

test('a sender that goes away in the middle loses nothing that was stored, and no half line is taken', async () => {
  const own = service();
  const upload = startUpload(vigil);
  upload.send(signal({ service: own }), signal({ service: own }));
  await upload.next(2);
  upload.send(signal({ service: own }));
  upload.request.write(JSON.stringify(signal({ service: own })));
  await expect.poll(() => countSignals(own)).toBe(3);
  upload.request.destroy();
  await upload.rest().catch(() => {});
  await fetch(`${vigil.url}/readyz`).then((response) => response.arrayBuffer());
  expect(await countSignals(own)).toBe(3);
});

test('an upload that stops being HTTP after its first answers gets nothing into them but answers', async () => {
  const { hostname, port } = new URL(vigil.url);
  const connection = connect(Number(port), hostname);
  let received = '';
  connection.on('data', (bytes) => {
    received += String(bytes);
  });
  const closed = new Promise((resolve) => connection.once('close', resolve));
  const line = `${JSON.stringify(signal())}\n`;
  connection.write(
    [
      'POST /ingest HTTP/1.1',
      `host: ${hostname}`,
      `authorization: Bearer ${vigil.token}`,
      'content-type: application/x-ndjson',
      'transfer-encoding: chunked',
      '',
      line.length.toString(16),
      line,
    ].join('\r\n'),
  );
  await expect.poll(() => received).toContain('"line":1');
  connection.write('no length of a chunk\r\n');
  await closed;
  expect(received.match(/^HTTP.*$/gm)).toEqual(['HTTP/1.1 200 OK']);
});
