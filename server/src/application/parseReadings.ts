import type { Label, MetricReading } from '../domain/signal.ts';
import {
  type InputReader,
  openRecord,
  readLine,
  readNumber,
  readOptionalLine,
  readOptionalNumber,
  readText,
  refuse,
  shown,
} from './inputReader.ts';
import { signalBounds } from './signalBounds.ts';

const metricFields = new Set(['name', 'value', 'unit', 'warning', 'critical']);
const labelFields = new Set(['name', 'value']);

/** The metrics in the order given; each name once. */
export function parseMetrics(signal: InputReader): readonly MetricReading[] {
  return parseList(signal, 'metrics', 'A metric', signalBounds.metrics, metricFields, (reader) => ({
    name: readLine(reader, 'name', signalBounds.metricName),
    value: readNumber(reader, 'value') ?? 0,
    unit: readOptionalLine(reader, 'unit', signalBounds.unit),
    warning: readOptionalNumber(reader, 'warning'),
    critical: readOptionalNumber(reader, 'critical'),
  }));
}

/** The labels sorted by name (by UTF-16 code units, the same on every machine); each name once. */
export function parseLabels(signal: InputReader): readonly Label[] {
  const labels = parseList(signal, 'labels', 'A label', signalBounds.labels, labelFields, (reader) => ({
    name: readLine(reader, 'name', signalBounds.labelName),
    value: readText(reader, 'value', signalBounds.labelValue),
  }));
  return labels.toSorted(byName);
}

function byName(a: Label, b: Label): number {
  if (a.name < b.name) return -1;
  return a.name > b.name ? 1 : 0;
}

function parseList<Item extends { readonly name: string }>(
  signal: InputReader,
  list: 'metrics' | 'labels',
  what: string,
  max: number,
  fields: ReadonlySet<string>,
  parse: (reader: InputReader) => Item,
): readonly Item[] {
  const value = signal.record[list];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    refuse(signal, list, `${list} must be a list of at most ${max}, but ${shown(value)} was given.`);
    return [];
  }
  if (value.length > max) {
    refuse(signal, list, `${list} may be at most ${max}, but ${value.length} were given.`);
    return [];
  }
  const items: Item[] = [];
  for (const [index, entry] of value.entries()) {
    const reader = openRecord(entry, { base: signal.base, list, index, errors: signal.errors }, fields, what);
    if (reader === null) continue;
    const item = parse(reader);
    if (item.name !== '' && items.some(({ name }) => name === item.name)) {
      refuse(reader, 'name', `name must be there once among ${list}, but ${shown(item.name)} was given again.`);
    }
    items.push(item);
  }
  return items;
}
