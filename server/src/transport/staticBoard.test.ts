import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isNavigation, serveStaticBoard } from './staticBoard.ts';

let folder: string;
let fastify: FastifyInstance;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigil-board-'));
  fastify = Fastify();
  const sendBoard = await serveStaticBoard(fastify, join(folder, 'dist'));
  fastify.get('/', sendBoard);
  fastify.setNotFoundHandler((request, reply) =>
    isNavigation(request) ? sendBoard(request, reply) : reply.code(404).send({ error: 'none' }),
  );
});

afterEach(async () => {
  await fastify.close();
  await rm(folder, { recursive: true });
});

async function build(): Promise<void> {
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true });
  await writeFile(join(folder, 'dist', 'index.html'), '<title>board</title>');
  await writeFile(join(folder, 'dist', 'assets', 'main-4f2a.js'), 'run()');
}

const navigate = (url: string) => fastify.inject({ url, headers: { accept: 'text/html' } });

test('a board that is not built is said to be so, until it is built', async () => {
  const before = await navigate('/');
  expect([before.statusCode, before.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
  expect(before.body).toContain('not built');
  await build();
  const after = await navigate('/');
  expect([after.statusCode, after.body]).toEqual([200, '<title>board</title>']);
});

test('the page is asked for anew each time, files with a hash in their names never', async () => {
  await build();
  expect((await navigate('/')).headers['cache-control']).toBe('no-cache');
  const script = await fastify.inject('/assets/main-4f2a.js');
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(script.headers['content-type']).toContain('javascript');
});

test('every view is the page; files and programs that find nothing get no page', async () => {
  await build();
  expect((await navigate('/incidents/7?tab=timeline')).body).toBe('<title>board</title>');
  expect((await navigate('/assets/main-old.js')).statusCode).toBe(404);
  expect((await navigate('/api/nothing')).statusCode).toBe(404);
  expect((await fastify.inject({ url: '/incidents/7', headers: { accept: 'application/json' } })).statusCode).toBe(404);
  expect((await fastify.inject({ method: 'POST', url: '/', headers: { accept: 'text/html' } })).statusCode).toBe(404);
});
