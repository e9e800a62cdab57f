import type { TransactionSql } from 'postgres';
import type { LearnedModel } from '../engines/learnedModel.ts';
import type { HeldOut } from '../engines/learnedSeverity.ts';
import type { SqlExecutor } from './database.ts';

/** A model with where it comes from. */
export interface StoredModel {
  readonly version: number;
  readonly model: LearnedModel;
  readonly samples: number;
  /** Null when there were too few samples to hold some back. */
  readonly heldOut: HeldOut | null;
  readonly trainedBy: string;
  readonly trainedAt: Date;
}

export async function readLearnedModel(sql: SqlExecutor, version: number): Promise<LearnedModel | null> {
  return (await readStoredModel(sql, version))?.model ?? null;
}

/** The newest when no version is given. */
export async function readStoredModel(sql: SqlExecutor, version: number | null): Promise<StoredModel | null> {
  const [row] = await sql<StoredModel[]>`
    select version, model, samples, held_out, trained_by, trained_at from learned_model
    where ${version}::int is null or version = ${version}::int order by version desc limit 1`;
  return row ?? null;
}

export async function insertModel(tx: TransactionSql, stored: StoredModel): Promise<void> {
  const { version, model, samples, heldOut, trainedBy, trainedAt } = stored;
  await tx`
    insert into learned_model (version, model, samples, held_out, trained_by, trained_at)
    values (${version}, ${JSON.stringify(model)}::text::jsonb, ${samples},
      ${heldOut === null ? null : JSON.stringify(heldOut)}::text::jsonb, ${trainedBy}, ${trainedAt})`;
}
