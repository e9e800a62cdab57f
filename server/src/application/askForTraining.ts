import type { Viewer } from '../domain/access.ts';
import type { TrainingId } from '../domain/ids.ts';
import type { SeverityTraining } from '../domain/training.ts';
import type { UserError } from '../domain/userError.ts';
import { readSeverityCorrections } from '../persistence/severityOverrides.ts';
import { insertTraining, readLastTraining } from '../persistence/severityTrainings.ts';
import { isTrainingConflict } from '../persistence/transient.ts';
import type { App } from './app.ts';
import { InvalidArgument } from './invalidArgument.ts';
import { checkRange, type TimeRange } from './metricsRange.ts';
import { fewestCorrections, tooFewCorrections } from './trainOnCorrections.ts';

export interface AskedTraining {
  /** The one that was begun, or the one that is in its way; null when neither is. */
  readonly training: SeverityTraining | null;
  readonly userErrors: readonly UserError[];
}

const longestMs = 31 * 86_400_000;

/**
 * Begins to learn from the severities that people gave incidents, as a job: it survives the server, and its asker does not wait for it.
 * One training runs at a time on a database. Throws InvalidArgument.
 */
export async function askForTraining(
  app: Pick<App, 'database' | 'clock' | 'jobs' | 'newId'>,
  viewer: Viewer,
  { range: { from, to, timeZone } }: { range: TimeRange },
): Promise<AskedTraining> {
  checkRange({ from, to, timeZone: timeZone ?? null });
  if (to.getTime() - from.getTime() > longestMs)
    throw new InvalidArgument(['input', 'range'], 'range is longer than 31 days');
  const { sql } = app.database;
  const corrections = await readSeverityCorrections(sql, { from, limit: fewestCorrections });
  if (corrections.length < fewestCorrections) {
    const message = tooFewCorrections(corrections.length);
    return { training: null, userErrors: [{ code: 'INVALID', message, field: ['input', 'range'] }] };
  }
  try {
    return await sql.begin(async (tx) => {
      const training: SeverityTraining = {
        id: app.newId<TrainingId>(),
        state: 'RUNNING',
        from,
        to,
        askedBy: viewer.name,
        askedAt: await app.clock.now(tx),
        endedAt: null,
        message: null,
        modelVersion: null,
      };
      await insertTraining(tx, training);
      await app.jobs.enqueue(tx, [{ kind: 'train', trainingId: training.id }]);
      return { training, userErrors: [] };
    });
  } catch (error) {
    if (!isTrainingConflict(error)) throw error;
    const training = await readLastTraining(sql);
    const since = training === null ? '' : `, since ${training.askedAt.toISOString()} for ${training.askedBy}`;
    const message = `A model is being trained already${since}: wait until that has ended`;
    return { training, userErrors: [{ code: 'CONFLICT', message, field: ['input'] }] };
  }
}
