import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { socketBounds } from '../bounds.ts';
import { textFrame } from './frames.ts';
import { Outbox } from './outbox.ts';
import { TurnWrites } from './turnWrites.ts';
import { ValueGroup } from './valueGroup.ts';

test('what ends while a socket is busy is told its last value before its end, whatever else the socket has to take', async () => {
  let written = '';
  const stream = new Writable({
    write: (data: Buffer, _encoding, done) => {
      written += data.toString('latin1');
      setTimeout(done, 2);
    },
  });
  const socket = { OPEN: WebSocket.OPEN, readyState: WebSocket.OPEN };
  const outbox = new Outbox({ socket, stream: stream as never, writes: new TurnWrites(), onTooSlow: () => {} });
  const big = 'x'.repeat(socketBounds.pauseBytes + 1);
  outbox.push(textFrame(big));

  const ends = ['first', 'second'].map(async (name) => {
    const group = new ValueGroup({
      values: async function* () {
        yield `last value of the ${name}`;
      },
      render: async ([value]) => [Buffer.from(JSON.stringify([value, big]))],
      onEnd: () => {},
    });
    await new Promise<void>((complete, fail) => {
      group.join({ outbox, id: Buffer.from(`"${name}"`), position: 0, gone: false, complete, fail });
    });
    return written.includes(`last value of the ${name}`);
  });
  expect(await Promise.all(ends)).toEqual([true, true]);
});
