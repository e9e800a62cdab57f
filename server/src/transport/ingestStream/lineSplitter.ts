import { TransportFailure } from '../failure.ts';

const newline = 0x0a;

/** Cuts a stream of bytes into lines. What it keeps is less than one line may have. */
export class LineSplitter {
  readonly #lineBytes: number;
  #parts: Buffer[] = [];
  #partBytes = 0;

  constructor(lineBytes: number) {
    this.#lineBytes = lineBytes;
  }

  /** The lines that this chunk completes. Throws TransportFailure when one is longer than allowed. */
  push(chunk: Buffer): string[] {
    const end = chunk.lastIndexOf(newline);
    if (end === -1) {
      this.#keep(chunk);
      return [];
    }
    const head = chunk.subarray(0, end);
    const text =
      this.#parts.length === 0 ? head.toString('utf8') : Buffer.concat([...this.#parts, head]).toString('utf8');
    this.#parts = [];
    this.#partBytes = 0;
    this.#keep(chunk.subarray(end + 1));
    const lines = text.split('\n');
    for (const line of lines) if (line.length > this.#lineBytes) throw tooLong(this.#lineBytes);
    return lines;
  }

  /** What follows the last line break. */
  rest(): string {
    return Buffer.concat(this.#parts).toString('utf8');
  }

  #keep(part: Buffer): void {
    if (part.length === 0) return;
    this.#parts.push(part);
    this.#partBytes += part.length;
    if (this.#partBytes > this.#lineBytes) throw tooLong(this.#lineBytes);
  }
}

function tooLong(bound: number): TransportFailure {
  return new TransportFailure('PAYLOAD_TOO_LARGE', `A line may have at most ${bound} bytes.`);
}
