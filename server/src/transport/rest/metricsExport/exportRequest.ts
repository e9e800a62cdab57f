import { z } from 'zod';
import { InvalidArgument } from '../../../application/invalidArgument.ts';
import type { MetricsQuestion } from '../../../application/metrics/metricsQuestion.ts';
import type { TableShape } from '../../../application/metrics/metricsTable.ts';
import { parseMoment } from '../../../application/moment.ts';
import { severities } from '../../../domain/severity.ts';
import { timeBuckets } from '../../../engines/metrics/bucketStarts.ts';

export interface ExportRequest {
  readonly question: MetricsQuestion;
  readonly shape: TableShape;
  readonly format: 'csv' | 'json';
}

const moment = z.string().transform((text, context) => {
  const found = parseMoment(text);
  if (found !== null) return found;
  context.addIssue({ code: 'custom', message: 'expected a moment such as 2026-11-01T00:00:00Z' });
  return z.NEVER;
});
const many = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()).optional());
const label = z.string().transform((text, context) => {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return { name, value };
  context.addIssue({ code: 'custom', message: 'expected name=value' });
  return z.NEVER;
});
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const parameters = z.strictObject({
  from: moment,
  to: moment,
  timeZone: z.string().optional(),
  bucket: z.enum(timeBuckets).optional(),
  by: z.string().default('time,severity'),
  format: z.enum(['csv', 'json']).default('csv'),
  severity: many.pipe(z.array(z.enum(severities)).optional()),
  service: many,
  source: many,
  responder: many,
  label: many.pipe(z.array(label).optional()),
  historical: flag.optional(),
  severityAttribution: z.enum(['AT_RESOLUTION', 'HIGHEST']).optional(),
});

/** Reads the query of `GET /api/metrics/export`. Throws InvalidArgument with the parameter that is wrong. */
export function parseExportRequest(query: unknown): ExportRequest {
  const parsed = parameters.safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.map(String) ?? [];
    throw new InvalidArgument(path, `${path.join('.') || 'the query'}: ${issue?.message ?? 'is not understood'}`);
  }
  const { from, to, timeZone, bucket, by, format, severityAttribution, ...filter } = parsed.data;
  return {
    question: { range: { from, to, timeZone }, filter, bucket, severityAttribution },
    shape: shapeOf(by),
    format,
  };
}

/** `by` names what there is a row for, separated by commas: `time`, `severity`, and one of the others; empty for one row in all. */
function shapeOf(by: string): TableShape {
  const names = by.split(',').filter((name) => name !== '');
  const dimensions = names.flatMap((name): NonNullable<TableShape['dimension']>[] => {
    if (name === 'service' || name === 'source' || name === 'responder') return [{ by: name }];
    const [, labelName] = /^label:(.+)$/s.exec(name) ?? [];
    return labelName === undefined ? [] : [{ by: 'label', name: labelName }];
  });
  const known = dimensions.length + names.filter((name) => name === 'time' || name === 'severity').length;
  if (known < names.length || dimensions.length > 1) {
    throw new InvalidArgument(['by'], 'by: expected time, severity and one of service, source, responder, label:NAME');
  }
  return { byTime: names.includes('time'), bySeverity: names.includes('severity'), dimension: dimensions[0] ?? null };
}
