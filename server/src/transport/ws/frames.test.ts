import { expect, test } from 'vitest';
import { NextFrames, textFrame } from './frames.ts';
import { readFrames } from './testing/readFrames.ts';

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 70_000])('a text of %i bytes is one frame', (length) => {
  const text = 'x'.repeat(length);
  expect(readFrames(textFrame(text))).toEqual([text]);
});

test('a text is counted in bytes, not in characters', () => {
  expect(readFrames(textFrame('é'.repeat(63)))).toEqual(['é'.repeat(63)]);
});

test.each(['1', 'b7d0a6be-0a9f-4cf7-b7f8-2a6b3ac0c7f1', 'with "quotes" and \\', 'ünïcödé 🚨'])(
  'the messages of a run carry the operation id %s, as graphql-ws would write them',
  (id) => {
    const results = [{ data: { n: 1 } }, { data: { text: 'x'.repeat(500) } }, { data: { text: 'é'.repeat(70_000) } }];
    const frames = new NextFrames(results.map((result) => Buffer.from(JSON.stringify(result))));
    const expected = results.map((payload) => JSON.stringify({ id, type: 'next', payload }));
    expect(readFrames(frames.withId(Buffer.from(JSON.stringify(id))))).toEqual(expected);
  },
);

test('every subscriber gets its own id, whatever was built for others before', () => {
  const payload = { data: { n: 1 } };
  const frames = new NextFrames([Buffer.from(JSON.stringify(payload)), Buffer.from(JSON.stringify(payload))]);
  for (const id of ['aaa', 'bbb', 'longer', 'aaa', 'ccc', 'bbb']) {
    const message = JSON.stringify({ id, type: 'next', payload });
    expect(readFrames(frames.withId(Buffer.from(JSON.stringify(id))))).toEqual([message, message]);
  }
});
