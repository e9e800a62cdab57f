import { describe, expect, it } from 'vitest';
import { severityData } from './severityData.ts';
import { trendData } from './trendData.ts';

describe('severityData', () => {
  it('keeps the place of severities without incidents', () => {
    expect(severityData([{ severity: 'LOW', opened: 7 }])).toEqual({
      labels: ['Critical', 'High', 'Medium', 'Low'],
      series: [{ name: 'Incidents', values: [0, 0, 0, 7], severity: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] }],
    });
  });

  it('puts the worst first whatever order the server answers in', () => {
    const data = severityData([
      { severity: 'MEDIUM', opened: 3 },
      { severity: 'CRITICAL', opened: 1 },
    ]);
    expect(data.series[0]?.values).toEqual([1, 0, 3, 0]);
  });
});

describe('trendData', () => {
  const hour = (fromMs: number) => new Date(fromMs).toISOString().slice(11, 16);
  const data = trendData(
    [
      { from: '2026-11-24T08:00:00.000Z', bySeverity: [{ severity: 'HIGH', count: 2 }] },
      { from: '2026-11-24T09:00:00.000Z', bySeverity: [] },
      {
        from: '2026-11-24T10:00:00.000Z',
        bySeverity: [
          { severity: 'CRITICAL', count: 1 },
          { severity: 'LOW', count: 4 },
        ],
      },
    ],
    hour,
  );

  it('labels each bucket by its start', () => expect(data.labels).toEqual(['08:00', '09:00', '10:00']));

  it('stacks LOW at the bottom and CRITICAL on top, with 0 where nothing opened', () => {
    expect(data.series.map(({ name, values }) => [name, values])).toEqual([
      ['Low', [0, 0, 4]],
      ['Medium', [0, 0, 0]],
      ['High', [2, 0, 0]],
      ['Critical', [0, 0, 1]],
    ]);
  });

  it('has only empty series when there are no points', () => {
    expect(trendData([], hour).series.map((series) => series.values)).toEqual([[], [], [], []]);
  });
});
