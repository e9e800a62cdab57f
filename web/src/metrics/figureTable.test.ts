import { describe, expect, it } from 'vitest';
import { csvOf, formatCell } from './figureTable.ts';

describe('csvOf', () => {
  const columns = [
    { heading: 'Service', csvName: 'service', kind: 'text' },
    { heading: 'Mean', csvName: 'mean_seconds', kind: 'seconds' },
  ] as const;
  const lineOf = (cells: (string | number | null)[]) =>
    csvOf({ caption: '', columns, rows: [{ key: '', cells }] }).split('\r\n')[1];

  it('begins with the names of the columns', () => {
    expect(csvOf({ caption: '', columns, rows: [] })).toBe('\u{feff}service,mean_seconds\r\n');
  });

  it.each([
    [['api', 12.34567], 'api,12.346'],
    [['api', null], 'api,'],
    [['a,"b"\nc', 0], '"a,""b""\nc",0'],
    [['=HYPERLINK("x")', 1], '"\'=HYPERLINK(""x"")",1'],
    [['-1+1', -3], "'-1+1,-3"],
  ])('writes %j', (cells, line) => expect(lineOf(cells)).toBe(line));
});

describe('formatCell', () => {
  it.each([
    [null, 'seconds', '–'],
    [90, 'seconds', '1 min 30 s'],
    [0.5, 'share', '50%'],
    [1234, 'count', '1,234'],
    ['api', 'text', 'api'],
  ] as const)('writes %j as %s', (cell, kind, text) => expect(formatCell(cell, kind)).toBe(text));
});
