import type { TransactionSql } from 'postgres';
import type { TrainingId } from '../domain/ids.ts';
import type { SeverityTraining } from '../domain/training.ts';
import type { SqlExecutor } from './database.ts';
import { tellRevised } from './revisions.ts';
import { isUuid } from './uuid.ts';

/** Throws 23505 when another one runs. */
export async function insertTraining(tx: TransactionSql, training: SeverityTraining): Promise<void> {
  const { id, state, from, to, askedBy, askedAt } = training;
  await tx`
    insert into severity_training (id, state, "from", "to", asked_by, asked_at)
    values (${id}, ${state}, ${from}, ${to}, ${askedBy}, ${askedAt})`;
  await tellRevised(tx);
}

export async function readTraining(sql: SqlExecutor, id: string): Promise<SeverityTraining | null> {
  if (!isUuid(id)) return null;
  const [row] = await sql<SeverityTraining[]>`select * from severity_training where id = ${id}`;
  return row ?? null;
}

/** The one that was asked for last. */
export async function readLastTraining(sql: SqlExecutor): Promise<SeverityTraining | null> {
  const [row] = await sql<SeverityTraining[]>`select * from severity_training order by asked_at desc, id desc limit 1`;
  return row ?? null;
}

/** Says what became of a training that runs; one that has ended stays as it is. */
export async function endTraining(
  tx: TransactionSql,
  id: TrainingId,
  end: { state: 'DONE' | 'FAILED'; endedAt: Date; message: string; modelVersion: number | null },
): Promise<void> {
  await tx`
    update severity_training set state = ${end.state}, ended_at = ${end.endedAt}, message = ${end.message},
      model_version = ${end.modelVersion}
    where id = ${id} and state = 'RUNNING'`;
  await tellRevised(tx);
}
