import { severities } from '../domain/severity.ts';
import type { UserError } from '../domain/userError.ts';
import type { PastIncidentRecord } from '../engines/pastIncident.ts';
import { type InputReader, openRecord, readLine, readOneOf, readOptionalLine, refuse, shown } from './inputReader.ts';
import { parseMoment } from './moment.ts';
import { parseLabels } from './parseReadings.ts';
import { signalBounds } from './signalBounds.ts';

/** An incident to be brought in, and what it is known by where it comes from. */
export interface ParsedPastIncident {
  readonly key: string;
  readonly record: PastIncidentRecord;
}

const fields = new Set([
  'id',
  'title',
  'service',
  'source',
  'severity',
  'labels',
  'openedAt',
  'acknowledgedAt',
  'acknowledgedBy',
  'resolvedAt',
  'resolvedBy',
]);
const unknownPerson = 'unknown';

/** Checks and cleans one incident of an import; `now` is the database's clock. What is wrong goes to `errors`: null then. */
export function parsePastIncident(input: unknown, now: Date, errors: UserError[]): ParsedPastIncident | null {
  const reader = openRecord(input, { base: [], list: null, index: 0, errors }, fields, 'The incident');
  if (reader === null) return null;
  const openedAt = readMoment(reader, 'openedAt', now);
  const acknowledgedAt = isGiven(reader, 'acknowledgedAt') ? readMoment(reader, 'acknowledgedAt', now) : null;
  const resolvedAt = readMoment(reader, 'resolvedAt', now);
  const acknowledgedBy = readOptionalLine(reader, 'acknowledgedBy', signalBounds.source);
  const resolvedBy = readOptionalLine(reader, 'resolvedBy', signalBounds.source);
  refuseEarlier(reader, 'acknowledgedAt', acknowledgedAt, 'openedAt', openedAt);
  refuseEarlier(reader, 'resolvedAt', resolvedAt, 'openedAt', openedAt);
  refuseEarlier(reader, 'resolvedAt', resolvedAt, 'acknowledgedAt', acknowledgedAt);
  const key = readLine(reader, 'id', signalBounds.key);
  const told = {
    title: readLine(reader, 'title', signalBounds.title),
    service: readLine(reader, 'service', signalBounds.service),
    source: readOptionalLine(reader, 'source', signalBounds.source) ?? 'import',
    severity: readOneOf(reader, 'severity', severities) ?? 'MEDIUM',
    labels: parseLabels(reader),
  };
  if (errors.length > 0 || openedAt === null || resolvedAt === null) return null;
  const acknowledged = acknowledgedAt === null ? null : { at: acknowledgedAt, by: acknowledgedBy ?? unknownPerson };
  return { key, record: { ...told, openedAt, acknowledged, resolved: { at: resolvedAt, by: resolvedBy } } };
}

function isGiven({ record }: InputReader, name: string): boolean {
  return record[name] !== undefined && record[name] !== null;
}

function readMoment(reader: InputReader, name: string, now: Date): Date | null {
  const value = reader.record[name];
  const moment = typeof value === 'string' ? parseMoment(value.trim()) : null;
  if (moment === null) {
    refuse(reader, name, `${name} must be RFC 3339 such as 2026-11-23T08:15:00Z, but ${shown(value)} was given.`);
    return null;
  }
  if (moment >= signalBounds.oldest && moment <= now) return moment;
  const bounds = `${signalBounds.oldest.toISOString()} to now (${now.toISOString()})`;
  refuse(reader, name, `${name} must be from ${bounds}, but ${shown(value)} was given.`);
  return null;
}

function refuseEarlier(reader: InputReader, name: string, at: Date | null, than: string, earliest: Date | null): void {
  if (at === null || earliest === null || at >= earliest) return;
  refuse(reader, name, `${name} (${at.toISOString()}) must not be before ${than} (${earliest.toISOString()}).`);
}
