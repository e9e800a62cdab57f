import { describe, expect, test } from 'vitest';
import { minute, openedIncident } from '../testing/fixtures.ts';
import { CellSums, cellKeysOf, cellName, changedCells } from './cells.ts';
import { compareCells } from './compareCells.ts';
import { measureOf } from './measure.ts';

const opened = { ...openedIncident(), openedAt: new Date('2026-03-01T23:59:59.999Z'), source: 'probe' };
const before = measureOf(opened);
const acknowledgedBy = (name: string) =>
  measureOf({ ...opened, status: 'ACKNOWLEDGED', acknowledgedBy: name, firstAcknowledgedAt: minute(12 * 60) });

describe('an incident counts', () => {
  const shared = { severity: 'HIGH', highestSeverity: 'HIGH', historical: false };
  const day = new Date('2026-03-01T00:00:00.000Z');

  test('in the hour and the day of its service, and in the day of its source, by UTC', () => {
    expect(cellKeysOf(before)).toEqual([
      { kind: 'SERVICE_HOUR', start: new Date('2026-03-01T23:00:00.000Z'), value: 'checkout', ...shared },
      { kind: 'SERVICE_DAY', start: day, value: 'checkout', ...shared },
      { kind: 'SOURCE_DAY', start: day, value: 'probe', ...shared },
    ]);
  });

  test('in the day of its responder once there is one', () => {
    expect(cellKeysOf(acknowledgedBy('Ada'))[3]).toEqual({
      kind: 'RESPONDER_DAY',
      start: day,
      value: 'Ada',
      ...shared,
    });
  });

  test('in the day that it was opened in, also before 1970', () => {
    const [, early] = cellKeysOf({ ...before, openedAtMs: Date.UTC(1969, 11, 31, 23) });
    expect(early?.start).toEqual(new Date('1969-12-31T00:00:00.000Z'));
  });
});

test('names tell every key from every other', () => {
  const key = { ...before, severity: 'LOW', highestSeverity: 'HIGH' } as const;
  const others = [
    { ...key, severity: 'HIGH', highestSeverity: 'LOW' } as const,
    { ...key, historical: true },
    { ...key, service: 'l checkout' },
    { ...key, openedAtMs: key.openedAtMs - 86_400_000 },
  ];
  const names = [key, ...others].flatMap(cellKeysOf).map(cellName);
  expect(new Set(names).size).toBe(names.length - 1);
});

describe('the cells are changed', () => {
  test('by nothing where what changed came to the same', () => {
    expect(changedCells([{ before, after: before }])).toEqual([]);
  });

  test('by each incident once, those of one cell together', () => {
    const changed = changedCells([
      { before: null, after: before },
      { before: null, after: before },
      { before, after: acknowledgedBy('Ada') },
    ]);
    const told = changed.map(({ kind, value, figures: { counts, sketches } }) => [
      `${kind} ${value}`,
      counts.opened,
      counts.acknowledged,
      sketches.acknowledge.count,
    ]);
    expect(told).toEqual([
      ['SERVICE_HOUR checkout', 2, 1, 1],
      ['SERVICE_DAY checkout', 2, 1, 1],
      ['SOURCE_DAY probe', 2, 1, 1],
      ['RESPONDER_DAY Ada', 1, 1, 1],
    ]);
  });

  test('by taking it out of one and putting it into another where its key changed', () => {
    const changed = changedCells([{ before: acknowledgedBy('Ada'), after: acknowledgedBy('Ben') }]);
    expect(changed.map(({ value, figures }) => [value, figures.counts.opened])).toEqual([
      ['Ada', -1],
      ['Ben', 1],
    ]);
  });
});

describe('a comparison of cells', () => {
  const sums = (...measures: (typeof before)[]) => {
    const cells = new CellSums();
    for (const measure of measures) cells.add(measure);
    return cells.filled;
  };

  test('finds nothing where they are the same in another order, and where an empty one is missing', () => {
    const empty = new CellSums();
    empty.add(before);
    empty.add(before, -1);
    const cells = cellKeysOf(before).map((key) => empty.of(key));
    expect(
      compareCells([...sums(before, acknowledgedBy('Ada'))].reverse(), sums(acknowledgedBy('Ada'), before)),
    ).toEqual([]);
    expect(compareCells(cells, [])).toEqual([]);
  });

  test('names each figure that differs, stored or missing', () => {
    const differences = compareCells(sums(before), sums(acknowledgedBy('Ada')));
    const told = differences.map(
      ({ cell, figure, stored, recomputed }) => `${cell.kind} ${figure} ${stored}/${recomputed}`,
    );
    expect(told).toContain('SERVICE_DAY acknowledged 0/1');
    expect(told).toContain('RESPONDER_DAY opened 0/1');
    expect(
      told.some((line) => line.startsWith('SERVICE_HOUR acknowledge durations 0 of 0 s together ()/1 of 0.001 s')),
    ).toBe(true);
    expect(told.some((line) => line.includes(' opened 1/1'))).toBe(false);
  });

  test('tells durations of the same sum apart', () => {
    const lasting = (minutes: readonly number[]) =>
      sums(...minutes.map((each) => measureOf({ ...opened, openedAt: minute(0), firstAcknowledgedAt: minute(each) })));
    expect(compareCells(lasting([1, 4]), lasting([2, 3])).map(({ figure }) => figure)).toContain(
      'acknowledge durations',
    );
  });
});
