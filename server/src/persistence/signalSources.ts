import type { SqlExecutor } from './database.ts';

export interface SignalSource {
  readonly source: string;
  readonly lastReceivedAt: Date;
  readonly signals: number;
}

/** More are not looked at: the signals have no index by source, which every insert would pay for. */
const mostSignals = 5_000;

/** Where the last signals came from, heard last first. Ids are ordered by time of receipt, so the key's index finds them. */
export async function readSignalSources(sql: SqlExecutor): Promise<SignalSource[]> {
  return sql<SignalSource[]>`
    select source, max(received_at) as last_received_at, count(*)::int as signals
    from (select source, received_at from signal order by id desc limit ${mostSignals}) as newest
    group by source order by last_received_at desc, source`;
}
