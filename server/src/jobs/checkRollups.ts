import type { App } from '../application/app.ts';
import { checkRollups } from '../application/metricRollups.ts';
import { noteCellsChecked, whenCellsWereChecked } from '../persistence/cellWindows.ts';
import type { JobHandler } from './jobHandler.ts';
import type { JobLog } from './jobLog.ts';

const dayMs = 86_400_000;
/** Of the differences; the command prints all. */
const mostLogged = 10;

type CheckApp = Pick<App, 'database' | 'clock'> & { readonly log: JobLog };

/** Compares the metrics' rollups with the incidents once a day, and logs what differs. It mends nothing: somebody has to know. */
export async function checkRollupsDaily({ database: { sql }, clock, log }: CheckApp): Promise<void> {
  const now = await clock.now();
  const last = await whenCellsWereChecked(sql);
  if (last !== null && now.getTime() - last.getTime() < dayMs) return;
  const { incidents, cells, differences } = await checkRollups(sql);
  await noteCellsChecked(sql, now);
  if (differences.length === 0) {
    log.info({ incidents, cells }, 'The rollups of the metrics are what the incidents say');
    return;
  }
  const some = differences.slice(0, mostLogged);
  log.error(
    { incidents, cells, count: differences.length, differences: some },
    'The rollups of the metrics differ from the incidents: see npm run metrics -- check, and rebuild',
  );
}

export function checkRollupsHandler(app: CheckApp): JobHandler<'checkRollups'> {
  return {
    run: () => checkRollupsDaily(app),
    // The next hour's job tries again.
    failed: async (_job, reason) => app.log.error({ reason }, 'The check of the rollups failed'),
  };
}
