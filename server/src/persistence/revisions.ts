import type { RevisionKind } from '../domain/revision.ts';
import type { SqlExecutor } from './database.ts';

/** Wakes whoever follows revisions, on every server. */
export const revisionChannel = 'vigil_revision';

/** Says that something that is followed by its revision was changed. Within a transaction it is said at the commit, and never when that fails. */
export async function tellRevised(sql: SqlExecutor): Promise<void> {
  await sql`select pg_notify(${revisionChannel}, '')`;
}

/**
 * What is another text whenever things of a kind have changed, or time has changed them. Made of counts that only grow, so that nothing has to
 * be kept for it, and of tables that are small by their nature.
 */
export async function readRevision(sql: SqlExecutor, kind: RevisionKind, now: Date): Promise<string> {
  const [row] = await revisionOf(sql, kind, now);
  return row?.revision ?? '';
}

function revisionOf(sql: SqlExecutor, kind: RevisionKind, now: Date): PromiseLike<{ revision: string }[]> {
  switch (kind) {
    case 'SILENCES':
      return sql<{ revision: string }[]>`
        select concat_ws(' ', count(*), count(expired_by), sum(suppressed_count), count(*) filter (where starts_at <= ${now}),
          count(*) filter (where ends_at <= ${now})) as revision from silence`;
    case 'MAINTENANCE_WINDOWS':
      return sql<{ revision: string }[]>`
        select concat_ws(' ', count(*), count(deleted_by), sum(suppressed_count), count(*) filter (where ends_at <= ${now})) as revision
        from maintenance_window`;
    case 'SUPPRESSED_ALERTS':
      return sql<{ revision: string }[]>`
        select concat_ws(' ', (select batches from feed where id = 1), count(*)) as revision
        from suppressed_alert where stale_at is null or stale_at > ${now}`;
    case 'POLICIES':
      return sql<{ revision: string }[]>`
        select concat_ws(' ', (select max(version) from policy), (select max(id) from policy_activation)) as revision`;
    case 'SERVICES':
      return sql<{ revision: string }[]>`select catalogue::text as revision from knowledge_version`;
    case 'API_TOKENS':
      return sql<{ revision: string }[]>`select concat_ws(' ', count(*), count(revoked_at)) as revision from token`;
    case 'SEVERITY_MODELS':
      return sql<{ revision: string }[]>`
        select concat_ws(' ', count(*), count(ended_at), (select model from knowledge_version)) as revision from severity_training`;
    case 'SIGNALS':
      return sql<{ revision: string }[]>`select batches::text as revision from feed where id = 1`;
  }
}
