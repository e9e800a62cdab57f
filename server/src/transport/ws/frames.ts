/** One unmasked, unfragmented WebSocket frame with a text: what a server sends (RFC 6455, 5.2). */
export function textFrame(text: string): Frames {
  const length = Buffer.byteLength(text);
  return {
    byteLength: headerLength(length) + length,
    copyTo: (target, at) => {
      target.write(text, writeHeader(target, at, length));
    },
  };
}

const beforeId = Buffer.from('{"id":');
const beforePayload = Buffer.from(',"type":"next","payload":');
const afterPayload = Buffer.from('}');

/** Bytes that are put into place when they are written. */
export interface Frames {
  readonly byteLength: number;
  /** Writes them from a place on. */
  copyTo(target: Buffer, at: number): void;
}

interface Template {
  /** The frames with the id of whoever was first. */
  readonly bytes: Buffer;
  /** Where the id stands in them. */
  readonly places: readonly number[];
}

/**
 * The `next` messages of one run of events, as frames that follow each other: serialised and framed once for all subscribers, with each
 * one's operation id put in its places.
 */
export class NextFrames {
  readonly #payloads: readonly Buffer[];
  /** By the length of the id. */
  readonly #templates = new Map<number, Template>();

  /** Takes each result's JSON. */
  constructor(payloads: readonly Buffer[]) {
    this.#payloads = payloads;
  }

  /** The frames for an operation's id, given as JSON. */
  withId(id: Buffer): Frames {
    const { bytes, places } = this.#templates.get(id.length) ?? this.#build(id);
    return {
      byteLength: bytes.length,
      copyTo: (target, at) => {
        target.set(bytes, at);
        for (const place of places) target.set(id, at + place);
      },
    };
  }

  #build(id: Buffer): Template {
    const around = beforeId.length + id.length + beforePayload.length + afterPayload.length;
    const lengths = this.#payloads.map((payload) => around + payload.length);
    const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + headerLength(length) + length, 0));
    const places: number[] = [];
    let at = 0;
    const put = (part: Buffer) => {
      bytes.set(part, at);
      at += part.length;
    };
    for (const payload of this.#payloads) {
      at = writeHeader(bytes, at, around + payload.length);
      put(beforeId);
      places.push(at);
      put(id);
      put(beforePayload);
      put(payload);
      put(afterPayload);
    }
    const template = { bytes, places };
    this.#templates.set(id.length, template);
    return template;
  }
}

function headerLength(length: number): number {
  if (length < 126) return 2;
  return length < 0x10000 ? 4 : 10;
}

/** Answers where the header ends. */
function writeHeader(target: Buffer, at: number, length: number): number {
  // The last frame of its message, and a text.
  target[at] = 0x81;
  if (length < 126) {
    target[at + 1] = length;
  } else if (length < 0x10000) {
    target[at + 1] = 126;
    target.writeUInt16BE(length, at + 2);
  } else {
    target[at + 1] = 127;
    target.writeBigUInt64BE(BigInt(length), at + 2);
  }
  return at + headerLength(length);
}
