import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { socketBounds } from '../bounds.ts';
import { textFrame } from './frames.ts';
import { Outbox } from './outbox.ts';
import { TurnWrites } from './turnWrites.ts';

/** A socket whose peer takes what was written only when the test says so. */
function open(turnWrites = new TurnWrites()) {
  const socket = Object.assign(new EventEmitter(), {
    OPEN: WebSocket.OPEN,
    readyState: WebSocket.OPEN as 0 | 1 | 2 | 3,
  });
  const writes: Buffer[] = [];
  let taken = () => {};
  const write = (data: Buffer, done: () => void) => {
    writes.push(data);
    taken = done;
  };
  const stream = new Writable({
    write: (data: Buffer, _encoding, done) => write(data, done),
    writev: (parts, done) => write(Buffer.concat(parts.map(({ chunk }) => chunk)), done),
  });
  let cutOff = 0;
  const onTooSlow = () => {
    cutOff += 1;
  };
  const outbox = new Outbox({ socket, stream: stream as never, writes: turnWrites, onTooSlow });
  return { socket, stream, outbox, writes, take: () => taken(), cutOff: () => cutOff };
}

test('a socket that is busy holds its sender back until it has taken what was sent', async () => {
  const { take, outbox } = open();
  await outbox.send('small');
  let sent = false;
  const sending = outbox.send('x'.repeat(socketBounds.pauseBytes)).then(() => {
    sent = true;
  });
  await Promise.resolve();
  expect(sent).toBe(false);
  take();
  await sending;
  expect(sent).toBe(true);
});

test('a socket whose buffer passes the bound is cut off once, and nothing more is put into it', async () => {
  const { stream, outbox, take, cutOff } = open();
  const big = outbox.send('x'.repeat(socketBounds.bufferedBytes + 1));
  const buffered = stream.writableLength;
  await outbox.send('more');
  await outbox.send('and more');
  expect(cutOff()).toBe(1);
  expect(stream.writableLength).toBe(buffered);
  take();
  await big;
});

test('what is sent within one turn of the event loop leaves in one write, in its order', async () => {
  const { outbox, writes } = open();
  void outbox.send('first');
  outbox.push(textFrame('second'));
  await Promise.resolve();
  void outbox.send('third');
  expect(writes).toEqual([]);
  await nextTurn();
  expect(writes.map((bytes) => bytes.toString('latin1'))).toEqual(['\x81\x05first\x81\x06second\x81\x05third']);
});

test('what a slow socket has yet to take stays as it was sent, whatever is sent to others', async () => {
  const writes = new TurnWrites();
  const [slow, quick] = [open(writes), open(writes)];
  slow.outbox.push(textFrame('for the slow one'));
  await nextTurn();
  for (let turn = 0; turn < 3; turn += 1) {
    quick.outbox.push(textFrame(`for the quick one ${turn}`));
    await nextTurn();
    quick.take();
  }
  expect(String(slow.writes[0]?.subarray(2))).toBe('for the slow one');
});

test('a socket that is closing is written nothing, and holds nobody back', async () => {
  const { socket, outbox, writes } = open();
  outbox.push(textFrame('late'));
  socket.readyState = WebSocket.CLOSING;
  await nextTurn();
  await outbox.send('later');
  await nextTurn();
  expect([writes, outbox.busy()]).toEqual([[], false]);
});
