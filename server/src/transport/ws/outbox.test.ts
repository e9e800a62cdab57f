import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { socketBounds } from '../bounds.ts';
import { openOutbox } from './outbox.ts';

/** A socket whose peer takes what was sent only when the test says so. */
class StuckSocket extends EventEmitter {
  readonly OPEN = WebSocket.OPEN;
  readonly readyState = WebSocket.OPEN;
  bufferedAmount = 0;
  readonly #taken: (() => void)[] = [];

  send(data: string, taken: () => void): void {
    this.bufferedAmount += data.length;
    this.#taken.push(() => {
      this.bufferedAmount -= data.length;
      taken();
    });
  }

  take(): void {
    for (const taken of this.#taken.splice(0)) taken();
  }
}

function open() {
  const socket = new StuckSocket();
  let cutOff = 0;
  const outbox = openOutbox(socket as unknown as WebSocket, () => {
    cutOff += 1;
  });
  return { socket, outbox, cutOff: () => cutOff };
}

test('a socket that is busy holds its sender back until it has taken what was sent', async () => {
  const { socket, outbox } = open();
  await outbox.send('small');
  let sent = false;
  const sending = outbox.send('x'.repeat(socketBounds.pauseBytes)).then(() => {
    sent = true;
  });
  await Promise.resolve();
  expect(sent).toBe(false);
  socket.take();
  await sending;
  expect(sent).toBe(true);
});

test('a socket whose buffer passes the bound is cut off once, and nothing more is put into it', async () => {
  const { socket, outbox, cutOff } = open();
  const big = outbox.send('x'.repeat(socketBounds.bufferedBytes + 1));
  const buffered = socket.bufferedAmount;
  await outbox.send('more');
  await outbox.send('and more');
  expect(cutOff()).toBe(1);
  expect(socket.bufferedAmount).toBe(buffered);
  socket.take();
  await big;
});
