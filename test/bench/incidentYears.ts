import type { Sql } from 'postgres';

/** What a metrics question needs; the others would make loading several times as long. */
const keptIndexes = ['incident_pkey', 'incident_opened_at', 'metric_cell_pk'];
const perStatement = 500_000;

/**
 * Fills a migrated database with incidents that were opened evenly over two years up to `until`, of 40 services, all severities and as many
 * durations as there are in practice: acknowledged after some minutes, resolved after some hours, a few not at all.
 */
export async function fillIncidentYears(sql: Sql, count: number, until: Date): Promise<void> {
  const indexes = await sql<{ name: string }[]>`
    select indexname as name from pg_indexes where tablename = 'incident' and schemaname = 'public'`;
  for (const { name } of indexes.filter((index) => !keptIndexes.includes(index.name))) {
    await sql.unsafe(`drop index if exists "${name}"`);
  }
  for (let from = 0; from < count; from += perStatement) {
    const to = Math.min(count, from + perStatement);
    await sql.begin(async (tx) => {
      await tx`set local synchronous_commit = off`;
      await tx.unsafe(`
        insert into incident (id, title, service, source, severity, highest_severity, status, stress, risk, signal_count, firing_alert_count,
          decision, opened_at, first_acknowledged_at, acknowledged_at, acknowledged_by, first_resolved_at, resolved_at, resolved_by,
          resolved_by_rule, reopen_count, last_signal_at, escalations_fired, updated_at, historical, policy_version, group_key, labels, memory)
        select gen_random_uuid(), 'title', 'service ' || s, 'source ' || s % 5, (array['LOW','MEDIUM','HIGH','CRITICAL'])[v]::severity,
          (array['LOW','MEDIUM','HIGH','CRITICAL'])[least(4, v + (i % 5) / 4)]::severity, (case when i % 50 = 0 then 'OPEN' else 'RESOLVED' end)::incident_status,
          0, 0, 3, 0, '{"stress":40}', o, a, a, 'person ' || i % 30, r, r, case when i % 3 = 0 then 'vigil' else 'person ' || i % 30 end,
          case when i % 50 <> 0 then i % 3 = 0 end, 0, o, 0, o, false, 1, 'group ' || i, '[]', '{}'
        from (
          select i, s, v, o, case when i % 4 <> 0 then o + wait * interval '1 ms' end as a,
            case when i % 50 <> 0 then o + wait * 12 * interval '1 ms' end as r
          from (
            select i, 1 + (hashint4(i) & 2147483647) % 40 as s, 1 + (hashint4(i + 7) & 2147483647) % 4 as v,
              '${until.toISOString()}'::timestamptz - (i * (730.0 * 86400 / ${count})) * interval '1 second' as o,
              floor(20000 * exp(3 * ((hashint4(i + 13) & 2147483647) / 2147483648.0)))::bigint as wait
            from generate_series(${from + 1}, ${to}) as i) as drawn) as made`);
    });
  }
  await sql.unsafe('analyze incident');
}
