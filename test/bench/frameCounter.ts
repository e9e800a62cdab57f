/** Counts the frames of a server without looking into them: what receives must not be slower than what sends. */
export class FrameCounter {
  readonly #onPing: () => void;
  readonly #header = new Uint8Array(10);
  #headerBytes = 0;
  #payloadLeft = 0;
  #texts = 0;
  #closed = false;

  constructor(onPing: () => void) {
    this.#onPing = onPing;
  }

  get texts(): number {
    return this.#texts;
  }

  /** Whether the server has said that it closes. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Reads on; frames may be cut anywhere. */
  read(bytes: Uint8Array, from: number, to: number): void {
    let at = from;
    while (at < to) {
      if (this.#payloadLeft > 0) {
        const step = Math.min(this.#payloadLeft, to - at);
        this.#payloadLeft -= step;
        at += step;
      } else {
        this.#header[this.#headerBytes++] = bytes[at++] ?? 0;
        if (this.#headerBytes >= this.#headerLength()) this.#begin();
      }
    }
  }

  #headerLength(): number {
    if (this.#headerBytes < 2) return 2;
    const length = this.#header[1] ?? 0;
    if (length === 127) return 10;
    return length === 126 ? 4 : 2;
  }

  #begin(): void {
    const [opcode, length] = [(this.#header[0] ?? 0) & 0x0f, this.#header[1] ?? 0];
    const view = new DataView(this.#header.buffer);
    if (length === 127) this.#payloadLeft = Number(view.getBigUint64(2));
    else this.#payloadLeft = length === 126 ? view.getUint16(2) : length;
    this.#headerBytes = 0;
    if (opcode === 1) this.#texts += 1;
    if (opcode === 8) this.#closed = true;
    if (opcode === 9) this.#onPing();
  }
}
