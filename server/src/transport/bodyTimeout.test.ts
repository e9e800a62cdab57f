import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { limitBodyTime } from './bodyTimeout.ts';

const fastify = Fastify();
let port = 0;
beforeAll(async () => {
  limitBodyTime(fastify, 200);
  fastify.get('/slow', async () => sleep(50, 'slow'));
  fastify.post('/short', async () => 'taken');
  fastify.post('/long', { config: { isLongUpload: true } }, async () => 'taken');
  await fastify.listen({ port: 0, host: '127.0.0.1' });
  port = (fastify.server.address() as AddressInfo).port;
});
afterAll(() => fastify.close());

/** Sends a head and half a body, then after a while the rest; what is answered. */
async function trickle(path: string, pauseMs: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  socket.on('error', () => {});
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: text/plain\r\ncontent-length: 4\r\n\r\nab`,
  );
  await sleep(pauseMs);
  if (!socket.destroyed) socket.write('cd');
  if (!socket.closed) await once(socket, 'close');
  return answer;
}

test('a body that takes too long to arrive is cut off', async () => {
  expect(await trickle('/short', 20)).toContain('taken');
  expect(await trickle('/short', 600)).toMatch(/^HTTP\/1.1 408 /);
});

test('an upload that may be long is not', async () => {
  expect(await trickle('/long', 600)).toContain('taken');
});

test('a body is cut off as well when an answer to a request before it on the connection is still on its way', async () => {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  socket.write('GET /slow HTTP/1.1\r\nhost: x\r\n\r\n');
  socket.write('POST /short HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 4\r\n\r\nab');
  await vi.waitFor(() => expect(answer).toContain('slow'));
  await sleep(600);
  socket.destroy();
  expect(answer).toContain('408 Request Timeout');
});
