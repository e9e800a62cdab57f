import { expect, test } from 'vitest';
import { LineSplitter } from './lineSplitter.ts';

/** The lines of a text that comes in chunks of so many bytes. */
function split(text: string, chunkBytes: number, lineBytes = 100): string[] {
  const splitter = new LineSplitter(lineBytes);
  const bytes = Buffer.from(text);
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    lines.push(...splitter.push(bytes.subarray(start, start + chunkBytes)));
  }
  return [...lines, splitter.rest()];
}

test.each([1, 2, 3, 5, 7, 100])('lines are the same however they are cut into chunks of %d bytes', (chunkBytes) => {
  const lines = ['one', '', 'zwei ü', '三🙂', '', 'last'];
  expect(split(lines.join('\n'), chunkBytes)).toEqual(lines);
  expect(split(`${lines.join('\n')}\n`, chunkBytes)).toEqual([...lines, '']);
});

test('a line that is too long is refused as soon as it is, not when it ends', () => {
  const splitter = new LineSplitter(10);
  expect(splitter.push(Buffer.from('12345'))).toEqual([]);
  expect(() => splitter.push(Buffer.from('678901'))).toThrow('at most 10 bytes');
  expect(() => split('a\n12345678901\nb\n', 100, 10)).toThrow('at most 10 bytes');
  expect(split('1234567890\n1234567890\n', 4, 10)).toEqual(['1234567890', '1234567890', '']);
});
