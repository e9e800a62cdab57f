import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '../../server/src/transport/securityHeaders.ts';
import { closeOf, messagesOf, openRawSocket } from '../support/graphqlSocket.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
beforeAll(async () => {
  vigil = await startVigil();
});
afterAll(() => vigil.close());

const bearer = () => ({ authorization: `Bearer ${vigil.token}` });

describe('what is open', () => {
  test.each(['/healthz', '/readyz', '/health', '/healthz/', '/health/'])('%s answers anybody', async (path) => {
    const response = await fetch(`${vigil.url}${path}`);
    expect(response.status).toBe(200);
    await response.arrayBuffer();
  });

  test.each([
    ['GET', '/metrics'],
    ['GET', '/api/metrics/'],
    ['POST', '/api/incident/'],
    ['POST', '/api/incident/1/ack/'],
    ['POST', '/api/incident/1/resolve/'],
    ['POST', '/bridges/alertmanager'],
    ['POST', '/graphql'],
    ['GET', '/graphql?query={viewer{name}}'],
  ])('%s %s wants a token', async (method, path) => {
    const response = await fetch(`${vigil.url}${path}`, { method });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    await response.arrayBuffer();
  });

  test('figures for Prometheus are given to whoever may read', async () => {
    const response = await fetch(`${vigil.url}/metrics/`, { headers: bearer() });
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text).toContain('vigil_http_request_seconds_count');
    expect(text).toContain('vigil_sockets 0');
  });

  test('what is not there answers 404 as JSON, and views of the board answer its page', async () => {
    const missing = await fetch(`${vigil.url}/api/nothing`, { headers: { accept: 'text/html' } });
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
    for (const path of ['/', '/dashboard/', '/incidents/7', '/metrics', '/signin']) {
      const page = await fetch(`${vigil.url}${path}`, { headers: { accept: 'text/html,*/*' } });
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(page.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
      await page.arrayBuffer();
    }
  });

  test('an address that cannot be read is refused in the form of every other failure', async () => {
    const response = await fetch(`${vigil.url}/api/incident/%ff/ack`, { method: 'POST', headers: bearer() });
    expect(response.status).toBe(400);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.json()).toEqual({ error: { code: 'BAD_REQUEST', message: expect.any(String) } });
  });

  test('paths out of the folder of the board lead nowhere', async () => {
    for (const path of ['/..%2f..%2fpackage.json', '/%2e%2e/server/package.json', '/.env']) {
      const response = await fetch(`${vigil.url}${path}`);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain('"name"');
    }
  });
});

test('every answer carries the headers that keep browsers from harm, refusals too', async () => {
  for (const path of ['/healthz', '/graphql', '/api/nothing', '/']) {
    const response = await fetch(`${vigil.url}${path}`);
    expect(Object.fromEntries(response.headers)).toMatchObject(securityHeaders);
    await response.arrayBuffer();
  }
});

test('large answers are compressed, small ones are not', async () => {
  const encodingOf = async (query: string) => {
    const response = await fetch(`${vigil.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip', ...bearer() },
      body: JSON.stringify({ query }),
    });
    const { errors } = (await response.json()) as { errors?: unknown };
    expect(errors).toBeUndefined();
    return response.headers.get('content-encoding');
  };
  expect(await encodingOf('{ viewer { name } }')).toBeNull();
  expect(await encodingOf('{ __schema { types { name description fields { name description } } } }')).toBe('gzip');
});

describe('shutdown', () => {
  test('what is in flight is answered, sockets are told that the server goes away, nobody new is let in', async () => {
    const own = await startVigil();
    const socket = await openRawSocket(own.url);
    const acknowledged = messagesOf(socket, 1);
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${own.token}` } }));
    await acknowledged;
    const query = 'subscription { incidentFeed { head } }';
    const beat = messagesOf(socket, 1);
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } }));
    await beat;

    const { hostname, port } = new URL(own.url);
    const request = connect(Number(port), hostname);
    const body = JSON.stringify({ query: '{ viewer { name } }' });
    const answer = new Promise<string>((resolve) => {
      let text = '';
      request.on('data', (data) => {
        text += data;
      });
      request.on('close', () => resolve(text));
    });
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${own.token}\r\ncontent-type: application/json\r\n`;
    request.write(`${head}content-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`);
    // Until the server has read so much, the request is not in flight.
    await fetch(`${own.url}/readyz`).then((response) => response.arrayBuffer());

    const closed = closeOf(socket);
    const closing = own.close();
    expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
    await expect(once(connect(Number(port), hostname), 'connect')).rejects.toThrow('ECONNREFUSED');
    request.write(body.slice(5));
    expect(await answer).toContain('{"data":{"viewer":{"name":"admin"}}}');
    await closing;
  });
});
