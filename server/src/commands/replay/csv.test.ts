import { describe, expect, it } from 'vitest';
import { MalformedFile, parseCsv } from './csv.ts';

describe('parseCsv', () => {
  it.each([
    ['nothing', '', []],
    ['one row without a line end', 'a,b', [[1, 'a', 'b']]],
    [
      'LF and CRLF',
      'a,b\r\nc,d\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a byte order mark',
      '\uFEFFa\nb\n',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'empty lines',
      '\n\na\n\r\nb\n\n',
      [
        [3, 'a'],
        [5, 'b'],
      ],
    ],
    [
      'empty cells',
      ',\na,,b\n',
      [
        [1, '', ''],
        [2, 'a', '', 'b'],
      ],
    ],
    [
      'quoted commas, quotes and line breaks',
      '"a,b","say ""no""","x\ny"\nnext\n',
      [
        [1, 'a,b', 'say "no"', 'x\ny'],
        [3, 'next'],
      ],
    ],
    [
      'a quoted cell before CRLF and at the end',
      '"a"\r\n"b"',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
  ])('reads %s', (_name, text, rows) => {
    expect(parseCsv(text).map(({ line, cells }) => [line, ...cells])).toEqual(rows);
  });

  it.each([
    ['a\n"b\n', 'line 2: a quote is not closed'],
    ['a\n\n"b"c,d\n', 'line 3: text follows a closing quote'],
  ])('refuses %j', (text, message) => {
    expect(() => parseCsv(text)).toThrow(new MalformedFile(message));
  });
});
