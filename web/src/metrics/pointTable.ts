import { formatCount } from '../components/formatNumber.ts';
import { severities, severityWord } from '../components/severity.ts';
import type { DurationFigure } from './behindSearch.ts';
import type { FigureColumn, FigureTable } from './figureTable.ts';
import type { Point } from './MetricsContext.tsx';
import type { PointWords } from './pointWords.ts';

type PointDurationName = Extract<DurationFigure, 'mtta' | 'mttr' | 'timeToRespond'>;

const start = { heading: 'From', csvName: 'from', kind: 'text' } as const satisfies FigureColumn;
const statistics = [
  ['Mean', 'mean', 'meanSeconds'],
  ['p50', 'p50', 'p50Seconds'],
  ['p90', 'p90', 'p90Seconds'],
  ['p95', 'p95', 'p95Seconds'],
] as const;

/** A duration at each point. */
export function durationTable(
  caption: string,
  points: readonly Point[],
  name: PointDurationName,
  words: PointWords,
): FigureTable {
  return {
    caption,
    columns: [
      start,
      ...statistics.map(([heading, csvName]) => ({ heading, csvName: `${csvName}_seconds`, kind: 'seconds' as const })),
      { heading: 'n', csvName: 'n', kind: 'count' },
      { heading: 'Excluded', csvName: 'excluded', kind: 'count' },
    ],
    rows: points.map((point) => ({
      key: point.from,
      cells: [
        words.long(Date.parse(point.from)),
        ...statistics.map(([, , field]) => point[name][field]),
        point[name].n,
        point[name].excluded,
      ],
      behind: { figure: name, status: 'recorded', point: { from: point.from, to: point.to } },
    })),
  };
}

/** Incidents opened at each point, by severity. */
export function severityTable(caption: string, points: readonly Point[], words: PointWords): FigureTable {
  return {
    caption,
    columns: [
      start,
      ...severities.map((severity) => ({
        heading: severityWord[severity],
        csvName: severity.toLowerCase(),
        kind: 'count' as const,
      })),
      { heading: 'All', csvName: 'opened', kind: 'count' },
    ],
    rows: points.map((point) => ({
      key: point.from,
      cells: [
        words.long(Date.parse(point.from)),
        ...severities.map((severity) => point.bySeverity.find((each) => each.severity === severity)?.count ?? 0),
        point.opened,
      ],
      behind: { figure: 'opened', status: 'recorded', point: { from: point.from, to: point.to } },
    })),
  };
}

/** All figures of all points, for a file: times as the server gave them. */
export function wholeTable(points: readonly Point[]): FigureTable {
  const durations = [
    ['mtta', 'mtta'],
    ['mttr', 'mttr'],
    ['timeToRespond', 'time_to_respond'],
  ] as const;
  return {
    caption: 'Figures',
    columns: [
      { heading: 'From', csvName: 'from', kind: 'text' },
      { heading: 'To', csvName: 'to', kind: 'text' },
      { heading: 'Opened', csvName: 'opened', kind: 'count' },
      ...severities.map((severity) => ({
        heading: severityWord[severity],
        csvName: `opened_${severity.toLowerCase()}`,
        kind: 'count' as const,
      })),
      ...durations.flatMap(([, prefix]) => [
        ...statistics.map(([heading, csvName]) => ({
          heading,
          csvName: `${prefix}_${csvName}_seconds`,
          kind: 'seconds' as const,
        })),
        { heading: 'n', csvName: `${prefix}_n`, kind: 'count' as const },
        { heading: 'Excluded', csvName: `${prefix}_excluded`, kind: 'count' as const },
      ]),
    ],
    rows: points.map((point) => ({
      key: point.from,
      cells: [
        point.from,
        point.to,
        point.opened,
        ...severities.map((severity) => point.bySeverity.find((each) => each.severity === severity)?.count ?? 0),
        ...durations.flatMap(([name]) => [
          ...statistics.map(([, , field]) => point[name][field]),
          point[name].n,
          point[name].excluded,
        ]),
      ],
    })),
  };
}

/** `3 critical, 1 low`; null when nothing was opened. */
export function severityWords(point: Point): string {
  const parts = severities.flatMap((severity) => {
    const count = point.bySeverity.find((each) => each.severity === severity)?.count ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${severityWord[severity].toLowerCase()}`];
  });
  return parts.length === 0 ? 'no incident' : parts.join(', ');
}
