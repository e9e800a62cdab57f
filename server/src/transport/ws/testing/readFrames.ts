import type { Frames } from '../frames.ts';

/** The texts of frames, as RFC 6455 describes them; those of a server carry no mask. Throws when the bytes are anything else. */
export function readFrames(frames: Frames): string[] {
  // Behind something else, as when several are written together.
  const before = 3;
  const bytes = Buffer.alloc(before + frames.byteLength, 0xff);
  frames.copyTo(bytes, before);
  if (bytes.readUIntBE(0, before) !== 0xffffff) throw new Error('Bytes before the place of the frames were written');
  const texts: string[] = [];
  let at = before;
  while (at < bytes.length) {
    if (bytes[at] !== 0x81) throw new Error(`No whole text frame begins at ${at}`);
    const { header, length } = lengthsOf(bytes, at);
    texts.push(bytes.toString('utf8', at + header, at + header + length));
    at += header + length;
  }
  if (at !== bytes.length) throw new Error('The last frame is cut off');
  return texts;
}

function lengthsOf(bytes: Buffer, at: number): { header: number; length: number } {
  const short = bytes[at + 1] ?? 0;
  if (short < 126) return { header: 2, length: short };
  if (short === 126) return { header: 4, length: bytes.readUInt16BE(at + 2) };
  return { header: 10, length: Number(bytes.readBigUInt64BE(at + 2)) };
}
