import type { TransactionSql } from 'postgres';
import type { CatalogueService } from '../domain/service.ts';
import type { SqlExecutor } from './database.ts';
import { tellRevised } from './revisions.ts';

export interface KnowledgeVersions {
  /** 0 while nothing was ever stored. */
  readonly catalogue: number;
  readonly model: number;
}

export async function readKnowledgeVersions(sql: SqlExecutor): Promise<KnowledgeVersions> {
  const [row] = await sql<{ catalogue: number; model: number }[]>`select catalogue, model from knowledge_version`;
  return row ?? { catalogue: 0, model: 0 };
}

/** One transaction at a time may change the catalogue or store a model: the others wait for its row here. */
export async function raiseKnowledgeVersion(tx: TransactionSql, of: 'catalogue' | 'model'): Promise<number> {
  const catalogue = of === 'catalogue' ? 1 : 0;
  const [row] = await tx<KnowledgeVersions[]>`
    insert into knowledge_version as kept (id, catalogue, model) values (1, ${catalogue}, ${1 - catalogue})
    on conflict (id) do update
      set catalogue = kept.catalogue + excluded.catalogue, model = kept.model + excluded.model
    returning catalogue, model`;
  if (row === undefined) throw new Error('The version of what the engines know could not be raised');
  await tellRevised(tx);
  return row[of];
}

/** All services with what they depend on, in the order of their names. */
export async function readServices(sql: SqlExecutor): Promise<CatalogueService[]> {
  return selectServices(sql, null, null);
}

/** The services behind a name, in the order of their names. */
export async function readServicePage(
  sql: SqlExecutor,
  { after, limit }: { after: string | null; limit: number },
): Promise<CatalogueService[]> {
  return selectServices(sql, after, limit);
}

export async function countServices(sql: SqlExecutor): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from service`;
  return row?.count ?? 0;
}

/** Stores services as they are given, and takes others out. The caller holds the version's row, and has checked the whole. */
export async function writeServices(
  tx: TransactionSql,
  { changed, removed }: { changed: readonly CatalogueService[]; removed: readonly string[] },
): Promise<void> {
  const touched = [...changed.map(({ name }) => name), ...removed];
  await tx`delete from service_dependency where service = any(${touched}::text[])`;
  if (removed.length > 0) await tx`delete from service where name = any(${[...removed]}::text[])`;
  await tx`
    insert into service (name, tier, owner, description)
    select name, tier, owner, description
    from json_to_recordset(${JSON.stringify(changed)}::text::json)
      as given(name text, tier smallint, owner text, description text)
    on conflict (name) do update
      set tier = excluded.tier, owner = excluded.owner, description = excluded.description`;
  const edges = changed.flatMap(({ name, dependsOn }) => dependsOn.map((needed) => ({ name, needed })));
  await tx`
    insert into service_dependency (service, depends_on)
    select * from unnest(${edges.map(({ name }) => name)}::text[], ${edges.map(({ needed }) => needed)}::text[])`;
}

/** Which of these services have unresolved incidents, and how many. */
export async function readAffectedServices(
  tx: TransactionSql,
  services: readonly string[],
): Promise<{ service: string; historical: boolean; incidents: number }[]> {
  if (services.length === 0) return [];
  return tx<{ service: string; historical: boolean; incidents: number }[]>`
    select service, historical, count(*)::int as incidents from incident
    where status <> 'RESOLVED' and service = any(${[...services]}::text[])
    group by service, historical`;
}

async function selectServices(
  sql: SqlExecutor,
  after: string | null,
  limit: number | null,
): Promise<CatalogueService[]> {
  const rows = await sql<CatalogueService[]>`
    select name, tier::int as tier, owner, description,
      array(select depends_on from service_dependency where service = name order by depends_on) as depends_on
    from service where ${after}::text is null or name > ${after}::text
    order by name limit ${limit}::int`;
  return [...rows];
}
