import { CsvError, parse } from 'csv-parse/sync';
import { shortMessage, TransportFailure } from '../../failure.ts';

/** What stands on a line of an import. A record that cannot be read is undefined. */
export interface ImportLine {
  /** From 1. */
  readonly line: number;
  readonly record: unknown;
}

const labelPrefix = 'label.';

/** A JSON object a line; blank lines do not count. */
export function readJsonLines(body: string): ImportLine[] {
  return body.split('\n').flatMap((text, place): ImportLine[] => {
    if (text.trim() === '') return [];
    try {
      return [{ line: place + 1, record: JSON.parse(text) }];
    } catch {
      return [{ line: place + 1, record: undefined }];
    }
  });
}

/**
 * CSV as RFC 4180 has it, with the names of the fields in its first line. An empty field is not given, and a column `label.NAME` is the
 * label of that name. Throws TransportFailure when it is no CSV.
 */
export function readCsv(body: string): ImportLine[] {
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(body, {
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
    });
    return rows.map(({ record, info }) => ({ line: info.lines, record: recordOf(record) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TransportFailure('BAD_REQUEST', `This is no CSV: ${shortMessage(error.message)}`);
  }
}

function recordOf(row: Readonly<Record<string, string>>): Record<string, unknown> {
  const given = Object.entries(row).filter(([, value]) => value !== '');
  const labels = given.flatMap(([name, value]) =>
    name.startsWith(labelPrefix) ? [{ name: name.slice(labelPrefix.length), value }] : [],
  );
  const fields = given.filter(([name]) => !name.startsWith(labelPrefix));
  return { ...Object.fromEntries(fields), ...(labels.length > 0 && { labels }) };
}
