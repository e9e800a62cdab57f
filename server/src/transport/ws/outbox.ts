import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { socketBounds } from '../bounds.ts';
import { type Frames, textFrame } from './frames.ts';
import type { TurnWrites } from './turnWrites.ts';

export interface OutboxOptions {
  readonly socket: Pick<WebSocket, 'readyState' | 'OPEN'>;
  /** What the socket speaks over. Whole frames may be written to it beside `ws`, which writes whole frames too. */
  readonly stream: Duplex;
  readonly writes: TurnWrites;
  readonly onTooSlow: () => void;
}

/**
 * What one socket is sent. Frames of one turn of the event loop leave in one write. It holds its subscriptions back while the socket is
 * busy, and gives the socket up when it is too slow.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #frames: Frames[] = [];
  #frameBytes = 0;
  #draining: { readonly drained: Promise<void>; readonly stop: () => void } | null = null;
  #over = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Whether the socket has so much to take that its subscriptions should wait. One that is closing has nothing to take. */
  busy(): boolean {
    return this.#isOpen() && this.#options.stream.writableLength > socketBounds.pauseBytes;
  }

  /** Resolves when the socket is not busy; at once when there is nothing to send to any more. */
  ready(): Promise<void> {
    if (!this.busy()) return Promise.resolve();
    this.#draining ??= this.#drain();
    return this.#draining.drained;
  }

  /** Sends ready frames. Ask `busy()` before. */
  push(frames: Frames): void {
    if (!this.#isOpen()) return;
    if (this.#options.stream.writableLength > socketBounds.bufferedBytes) {
      this.#giveUp();
      return;
    }
    this.#frames.push(frames);
    this.#frameBytes += frames.byteLength;
    if (this.#frameBytes > socketBounds.pauseBytes) this.flush();
    else this.#options.writes.add(this);
  }

  /** Sends a message. Resolves when more may be sent. */
  async send(text: string): Promise<void> {
    this.push(textFrame(text));
    await this.ready();
  }

  /** Writes what was sent so far. */
  flush(): void {
    const [frames, byteLength] = [this.#frames, this.#frameBytes];
    if (frames.length === 0) return;
    this.#frames = [];
    this.#frameBytes = 0;
    if (!this.#isOpen()) return;
    const { stream, writes } = this.#options;
    const bytes = writes.borrow(byteLength);
    let at = 0;
    for (const each of frames) {
      each.copyTo(bytes, at);
      at += each.byteLength;
    }
    stream.write(bytes, ignoreError);
    if (stream.writableLength > 0) writes.keep(bytes);
  }

  close(): void {
    this.#over = true;
    this.#frames = [];
    this.#draining?.stop();
  }

  #isOpen(): boolean {
    const { socket } = this.#options;
    return !this.#over && socket.readyState === socket.OPEN;
  }

  #giveUp(): void {
    if (this.#over) return;
    this.close();
    this.#options.onTooSlow();
  }

  #drain() {
    const { stream } = this.#options;
    let stop = () => {};
    const drained = new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.#giveUp(), socketBounds.drainMs);
      stop = () => {
        clearTimeout(timer);
        stream.off('drain', stop);
        this.#draining = null;
        resolve();
      };
      stream.once('drain', stop);
    });
    return { drained, stop };
  }
}

/** A socket that breaks while it is written to closes, and that is dealt with there. */
function ignoreError(): void {}
