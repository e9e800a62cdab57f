import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { MalformedFile } from '../replay/csv.ts';

/** An alert whose cause is known. */
export interface LabelledAlert {
  readonly atMs: number;
  readonly title: string;
  readonly service: string;
  readonly source: string;
  /** The fault behind it; null when that is not known. Nothing is decided by it. */
  readonly label: string | null;
}

const row = z.object({
  at: z.number(),
  title: z.string().min(1),
  service: z.string().min(1),
  source: z.string().min(1).optional(),
  kind: z.string().min(1).optional(),
  label: z.union([z.string(), z.number()]).nullish(),
});

/**
 * Reads alerts from JSON lines, gzipped or not: `at` in ms since the epoch, `title`, `service`, `source` (or `kind`), `label`.
 * Oldest first; what came at the same moment stays in its order. Other fields are not looked at.
 */
export function parseLabelledAlerts(content: Buffer): LabelledAlert[] {
  const isGzip = content[0] === 0x1f && content[1] === 0x8b;
  const lines = (isGzip ? gunzipSync(content) : content).toString('utf8').split('\n');
  const alerts = lines.flatMap((line, place) => (line.trim() === '' ? [] : [parseLine(line, place + 1)]));
  if (alerts.length === 0) throw new MalformedFile('the file has no alerts');
  return alerts.sort((one, other) => one.atMs - other.atMs);
}

function parseLine(line: string, number: number): LabelledAlert {
  const parsed = row.safeParse(parseJson(line, number));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new MalformedFile(`line ${number}: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { at, title, service, source, kind, label } = parsed.data;
  const known = label === null || label === undefined || label === '' ? null : String(label);
  return { atMs: at, title, service, source: source ?? kind ?? 'alerts', label: known };
}

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new MalformedFile(`line ${number} is not JSON`, { cause });
  }
}
