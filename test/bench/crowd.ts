import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { type CrowdOptions, type FromCrowd, numberDigits, numberMark, type ToCrowd } from './crowdProcess.ts';
import { FrameCounter } from './frameCounter.ts';

/** Many subscribers in a process of their own, which is told what to do by crowdProcess.ts. */
const connectingAtOnce = 100;
const reportMs = 10;
/** By a change's number: at how many subscribers it arrived in which millisecond since 1970. */
const arrivals = new Map<string, Map<number, number>>();

const subscribers: Subscriber[] = [];
const chunk = Buffer.allocUnsafe(256 * 1024);

class Subscriber {
  readonly #socket: Socket;
  readonly #frames = new FrameCounter(() => this.#send(0x0a, ''));
  readonly #options: CrowdOptions;
  readonly #onReady: () => void;
  #upgraded = false;
  #asked = false;

  constructor(options: CrowdOptions, onReady: () => void) {
    this.#options = options;
    this.#onReady = onReady;
    const { hostname, port } = new URL(options.url);
    const onread = {
      buffer: chunk,
      callback: (length: number) => {
        this.#read(length);
        return true;
      },
    };
    this.#socket = connect({ host: hostname, port: Number(port), onread, noDelay: true });
    this.#socket.on('error', (error) => fail(error.message));
    this.#socket.on('close', () => {
      if (!stopping) fail('A socket was closed');
    });
    this.#socket.write(
      `GET /graphql HTTP/1.1\r\nhost: ${hostname}\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\n` +
        'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n',
    );
  }

  /** Messages besides the acknowledgement and the answer to the ping. */
  get messages(): number {
    return Math.max(0, this.#frames.texts - 2);
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #read(length: number): void {
    let from = 0;
    if (!this.#upgraded) {
      const head = chunk.toString('latin1', 0, length);
      if (!head.startsWith('HTTP/1.1 101')) fail(`No socket: ${head.split('\r\n', 1)[0]}`);
      from = head.indexOf('\r\n\r\n') + 4;
      this.#upgraded = true;
      this.#say({ type: 'connection_init', payload: { authorization: `Bearer ${this.#options.token}` } });
    }
    const before = this.#frames.texts;
    this.#frames.read(chunk, from, length);
    if (this.#frames.closed) fail('The server closed a socket');
    if (this.#options.arrivals) readArrivals(length);
    if (!this.#asked && this.#frames.texts >= 1) {
      this.#asked = true;
      const { query, variables } = this.#options;
      this.#say({ type: 'subscribe', id: randomUUID(), payload: { query, variables } });
      this.#say({ type: 'ping' });
    }
    if (before < 2 && this.#frames.texts >= 2) this.#onReady();
  }

  #say(message: unknown): void {
    this.#send(0x01, JSON.stringify(message));
  }

  #send(opcode: number, text: string): void {
    const payload = Buffer.from(text);
    const length = payload.length < 126 ? Buffer.from([0x80 | payload.length]) : Buffer.from([0x80 | 126, 0, 0]);
    if (payload.length >= 126) length.writeUInt16BE(payload.length, 1);
    // Masked with zeros, which leave the text as it is.
    this.#socket.write(Buffer.concat([Buffer.from([0x80 | opcode]), length, Buffer.alloc(4), payload]));
  }
}

let stopping = false;
let reported = -1;

function fail(reason: string): void {
  tell({ kind: 'failed', reason });
}

function tell(message: FromCrowd): void {
  process.send?.(message);
}

function readArrivals(length: number): void {
  const now = Date.now();
  const bytes = chunk.subarray(0, length);
  for (let at = bytes.indexOf(numberMark); at !== -1; at = bytes.indexOf(numberMark, at + 1)) {
    const start = at + numberMark.length;
    if (start + numberDigits > length) return;
    const number = bytes.toString('latin1', start, start + numberDigits);
    const moments = arrivals.get(number) ?? new Map<number, number>();
    arrivals.set(number, moments);
    moments.set(now, (moments.get(now) ?? 0) + 1);
  }
}

async function open(options: CrowdOptions): Promise<void> {
  while (subscribers.length < options.count) {
    const some = Array.from({ length: Math.min(connectingAtOnce, options.count - subscribers.length) }, () => {
      return new Promise<void>((resolve) => subscribers.push(new Subscriber(options, resolve)));
    });
    await Promise.all(some);
  }
  tell({ kind: 'ready' });
  setInterval(() => {
    const total = subscribers.reduce((sum, { messages }) => sum + messages, 0);
    if (total !== reported) tell({ kind: 'received', total });
    reported = total;
  }, reportMs);
}

process.on('message', (message: ToCrowd) => {
  if (message.kind === 'open') void open(message.options);
  if (message.kind === 'arrivals') {
    const found = [...arrivals].flatMap(([number, moments]) => {
      return [...moments].map(([atMs, count]) => ({ number: Number(number), atMs, count }));
    });
    tell({ kind: 'arrivals', found });
  }
});
process.on('disconnect', () => {
  stopping = true;
  for (const subscriber of subscribers) subscriber.destroy();
  process.exit(0);
});
