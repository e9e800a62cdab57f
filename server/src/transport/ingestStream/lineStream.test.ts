import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { IngestResult } from '../../application/ingestResult.ts';
import { streamBounds } from '../bounds.ts';
import { type Failure, TransportFailure } from '../failure.ts';
import { LineStream } from './lineStream.ts';

const rejected: IngestResult = { outcome: 'REJECTED', userErrors: [] };

function open(take: (lines: readonly string[]) => Promise<readonly IngestResult[]>, idleMs = 60_000) {
  const source = new PassThrough();
  const answers = new PassThrough();
  const describe = (error: unknown): Failure =>
    error instanceof TransportFailure ? error : { code: 'INTERNAL_SERVER_ERROR', message: 'failed', id: 'id' };
  return { source, answers, stream: new LineStream({ source, answers, take, describe, idleMs }) };
}

const numbersOf = (answered: string) =>
  answered
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).line);

test('lines are stored in their order, one batch after the other, each of all that came meanwhile', async () => {
  const batches: string[][] = [];
  let storing = 0;
  const { source, answers, stream } = open(async (lines) => {
    storing += 1;
    expect(storing).toBe(1);
    batches.push([...lines]);
    await sleep(20);
    storing -= 1;
    return lines.map(() => rejected);
  });
  source.write('a\n');
  await sleep(5);
  source.write('b\nc\n');
  source.end('d');
  expect(numbersOf(await text(answers))).toEqual([1, 2, 3, 4]);
  expect(batches).toEqual([['a'], ['b', 'c', 'd']]);
  expect(await stream.finished).toBeNull();
});

test('no more is read than may wait for answers', async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { source, answers, stream } = open(async (lines) => {
    await held;
    return lines.map(() => rejected);
  });
  let sent = 0;
  for (; sent < 20 * streamBounds.linesInFlight && source.write('x\n'); sent += 1)
    if (sent % 1000 === 0) await sleep(1);
  expect(source.readableFlowing).toBe(false);
  source.end();
  letGo();
  expect(numbersOf(await text(answers))).toHaveLength(sent + 1);
  expect(await stream.finished).toBeNull();
});

test('of long lines fewer are read', async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { source, answers, stream } = open(async (lines) => {
    await held;
    return lines.map(() => rejected);
  });
  const line = `${'x'.repeat(streamBounds.lineBytes / 2)}\n`;
  let sent = 0;
  for (; sent < streamBounds.linesInFlight && source.write(line); sent += 1) await sleep(1);
  expect(source.readableFlowing).toBe(false);
  expect(sent * line.length).toBeLessThan(3 * streamBounds.charactersInFlight);
  source.end();
  letGo();
  expect(numbersOf(await text(answers))).toHaveLength(sent + 1);
  expect(await stream.finished).toBeNull();
});

test('what cannot be stored is named, and nothing behind it is taken', async () => {
  const { source, answers, stream } = open(async (lines) => {
    if (lines.includes('bad')) throw new Error('the database has gone');
    return lines.map(() => rejected);
  });
  source.write('good\n');
  await sleep(10);
  source.write('bad\nbad\n');
  const answered = (await text(answers))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const error = { code: 'INTERNAL_SERVER_ERROR', message: 'failed', id: 'id' };
  expect(answered).toEqual([
    { line: 1, outcome: 'REJECTED', userErrors: [] },
    { line: 2, error },
    { line: 3, error },
    { error, lines: 3 },
  ]);
  expect(await stream.finished).toEqual(error);
});

test('a sender that sends nothing for too long is told so; blank lines keep an upload open', async () => {
  const { source, answers, stream } = open(async (lines) => lines.map(() => rejected), 150);
  for (let i = 0; i < 4; i += 1) {
    await sleep(60);
    source.write('\n');
  }
  source.write('x\n');
  const answered = await text(answers);
  expect(answered).toContain('"line":5');
  expect(JSON.parse(answered.trim().split('\n').at(-1) ?? '')).toMatchObject({
    error: { code: 'REQUEST_TIMEOUT' },
    lines: 5,
  });
  expect(await stream.finished).toMatchObject({ code: 'REQUEST_TIMEOUT' });
});

test('a sender that takes no answers for too long is cut off', async () => {
  const { source, answers, stream } = open(async (lines) => lines.map(() => rejected), 100);
  source.write('x\n'.repeat(2000));
  expect(await stream.finished).toMatchObject({ code: 'REQUEST_TIMEOUT' });
  expect(answers.destroyed).toBe(true);
});
