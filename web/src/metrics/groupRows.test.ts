import { describe, expect, it } from 'vitest';
import { type GroupRow, groupRows, readSort, sortRows, writeSort } from './groupRows.ts';

const duration = (meanSeconds: number | null) => ({
  meanSeconds,
  p50Seconds: meanSeconds,
  p90Seconds: meanSeconds,
  p95Seconds: meanSeconds,
  n: meanSeconds === null ? 0 : 1,
  pending: 0,
  notApplicable: 0,
});
const figures = (opened: number, mean: number | null) => ({
  opened,
  reopened: 0,
  escalated: 0,
  mtta: duration(mean),
  mttr: duration(mean),
});

describe('groupRows', () => {
  it('gives each service its course, with 0 where it opened nothing', () => {
    const rows = groupRows(
      {
        byService: [
          { service: 'api', ...figures(3, 60) },
          { service: 'web', ...figures(1, null) },
        ],
        series: [
          { from: '', to: '', byService: [{ service: 'api', opened: 3 }] },
          { from: '', to: '', byService: [{ service: 'web', opened: 1 }] },
        ],
      },
      'service',
    );
    expect(rows.map(({ name, course }) => [name, course])).toEqual([
      ['api', [3, 0]],
      ['web', [0, 1]],
    ]);
  });

  it('names those that have none', () => {
    const [row] = groupRows({ byResponder: [{ responder: null, ...figures(1, null) }] }, 'responder');
    expect(row).toMatchObject({ name: 'nobody', part: { kind: 'responder', value: null } });
  });

  it('has no rows before there is an answer to the question', () => expect(groupRows({}, 'source')).toEqual([]));
});

describe('sorting', () => {
  const rows = ['a', 'b', 'c'].map((name, place): GroupRow => {
    return {
      ...figures([2, 3, 1][place] ?? 0, [null, 10, 20][place] ?? null),
      name,
      part: { kind: 'service', value: name },
      course: undefined,
    };
  });

  it.each([
    [undefined, 'bac'],
    ['opened', 'cab'],
    ['name', 'abc'],
    ['-name', 'cba'],
    ['mtta', 'bca'],
    ['-mtta', 'cba'],
    ['toString', 'bac'],
  ])('by %s gives %s', (text, order) => {
    expect(
      sortRows(rows, readSort(text))
        .map(({ name }) => name)
        .join(''),
    ).toBe(order);
  });

  it('is read as it was written, and the default is not written', () => {
    expect(readSort(writeSort({ column: 'mttr', isDescending: false }))).toEqual({
      column: 'mttr',
      isDescending: false,
    });
    expect(writeSort(readSort(undefined))).toBeUndefined();
  });
});
