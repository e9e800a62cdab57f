import { formatDuration } from '../components/formatDuration.ts';
import { formatCount, formatPercent } from '../components/formatNumber.ts';
import type { Behind } from './behindSearch.ts';

type Cell = string | number | null;

export interface FigureColumn {
  readonly heading: string;
  /** In a file, with its unit: `mean_seconds`. */
  readonly csvName: string;
  readonly kind: 'text' | 'count' | 'seconds' | 'share';
}

export interface FigureRow {
  readonly key: string;
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** What the first cell opens. */
  readonly behind?: Behind;
}

/** The figures of a chart or a list, for those who cannot see it and for files. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
}

/** A figure in words: nothing was measured where there is none, which is not 0. */
export function formatCell(cell: Cell, kind: FigureColumn['kind']): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'seconds':
      return formatDuration(cell);
    case 'share':
      return formatPercent(cell);
    case 'count':
      return formatCount(cell);
    case 'text':
      return String(cell);
  }
}

/** As RFC 4180 says, with a byte order mark so that spreadsheets read it as UTF-8. */
export function csvOf({ columns, rows }: FigureTable): string {
  const lines = [columns.map(({ csvName }) => csvName), ...rows.map(({ cells }) => cells.map(csvCell))];
  return `\u{feff}${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Math.round(cell * 1000) / 1000);
  // A spreadsheet would run text that begins like this as a formula.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
