import type { AlertNoise } from '../engines/metrics/alertNoise.ts';
import type { SqlExecutor } from './database.ts';
import { aboutRows, moments, plain, rowColumns, texts } from './rowColumns.ts';
import type { Statement } from './statement.ts';

const noiseColumns = rowColumns<AlertNoise>({
  day: moments(({ day }) => day),
  dedup_key: texts(({ dedupKey }) => dedupKey),
  historical: plain('boolean', ({ historical }) => historical),
  service: texts(({ service }) => service),
  title: texts(({ title }) => title),
  source: texts(({ source }) => source),
  signals: plain('int', ({ signals }) => signals),
  occurrences: plain('int', ({ occurrences }) => occurrences),
});
const addStatement = `
  insert into noisy_alert as known (${noiseColumns.nameList}) select ${noiseColumns.nameList} from ${noiseColumns.source}
  order by day, dedup_key, historical
  on conflict (day, dedup_key, historical) do update set
    service = excluded.service, title = excluded.title, source = excluded.source,
    signals = known.signals + excluded.signals, occurrences = known.occurrences + excluded.occurrences`;

/** Adds to the counts, in the order of their keys, which every writer keeps. */
export function addAlertNoise(noise: readonly AlertNoise[]): Statement[] {
  return aboutRows(addStatement, noiseColumns, noise);
}

/** An alert's key over several days; its names are those of the last day. */
export type NoiseTotal = Omit<AlertNoise, 'day' | 'historical'>;

export interface NoiseQuery {
  /** Of the days that begin in this range. */
  readonly from: Date;
  readonly to: Date;
  readonly historical: boolean;
  /** Null: of all. */
  readonly service: readonly string[] | null;
  readonly limit: number;
}

/** The keys that sent the most, the noisiest first. */
export async function readAlertNoise(sql: SqlExecutor, query: NoiseQuery): Promise<NoiseTotal[]> {
  const { from, to, historical, service, limit } = query;
  const rows = await sql<NoiseTotal[]>`
    with total as (
      select dedup_key, max(day) as last_day, sum(signals)::int as signals, sum(occurrences)::int as occurrences
      from noisy_alert where day >= ${from} and day < ${to}
        ${historical ? sql`` : sql`and not historical`}
        ${service === null ? sql`` : sql`and service = any(${[...service]}::text[])`}
      group by dedup_key order by signals desc, dedup_key limit ${limit})
    select dedup_key, last.service, last.title, last.source, total.signals, total.occurrences
    from total, lateral (
      select service, title, source from noisy_alert where day = last_day and noisy_alert.dedup_key = total.dedup_key limit 1) as last
    order by signals desc, dedup_key`;
  return [...rows];
}
