/** A row of a CSV file. */
export interface CsvRow {
  /** Of the file, from 1: where the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file that cannot be read as what it should be. The message names the line. */
export class MalformedFile extends Error {
  override readonly name = 'MalformedFile';
}

/**
 * Rows of a CSV text after RFC 4180: cells in double quotes may hold commas, line breaks and doubled quotes. Line ends may be
 * LF or CRLF; a byte order mark and empty lines are skipped.
 * @throws MalformedFile where a quote is not closed or text follows a closing quote.
 */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const row: CsvRow & { cells: string[] } = { line, cells: [] };
    for (let ended = false; !ended; ) {
      const cell = text[at] === '"' ? quotedCell(text, at, line) : plainCell(text, at);
      row.cells.push(cell.value);
      line += cell.lineBreaks;
      at = cell.end + 1;
      ended = text[cell.end] !== ',';
    }
    line++;
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
  }
  return rows;
}

interface Cell {
  readonly value: string;
  /** Where the comma or line break behind it stands, or the end of the text. */
  readonly end: number;
  readonly lineBreaks: number;
}

function plainCell(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end++;
  const value = text.slice(start, end);
  return { value: value.endsWith('\r') ? value.slice(0, -1) : value, end, lineBreaks: 0 };
}

function quotedCell(text: string, start: number, line: number): Cell {
  let at = start + 1;
  while (text[at] !== '"' || text[at + 1] === '"') {
    if (at >= text.length) throw new MalformedFile(`line ${line}: a quote is not closed`);
    at += text[at] === '"' ? 2 : 1;
  }
  const value = text.slice(start + 1, at).replaceAll('""', '"');
  const end = text[at + 1] === '\r' ? at + 2 : at + 1;
  if (end < text.length && text[end] !== ',' && text[end] !== '\n') {
    throw new MalformedFile(`line ${line}: text follows a closing quote`);
  }
  return { value, end, lineBreaks: value.split('\n').length - 1 };
}
