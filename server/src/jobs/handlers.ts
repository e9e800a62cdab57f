import type { App } from '../application/app.ts';
import { checkRollupsHandler } from './checkRollups.ts';
import type { JobHandlers } from './jobHandler.ts';
import { type NotifyApp, notifyHandler } from './notify.ts';
import { type RetentionApp, retentionHandler } from './retention.ts';
import { trainHandler } from './train.ts';

/** To add a kind of job: its type and schema in job.ts, its settings in queueSettings.ts, its file, its line here. */
export function jobHandlers(app: Pick<App, 'log'> & NotifyApp & RetentionApp): JobHandlers {
  return {
    notify: notifyHandler(app),
    retention: retentionHandler(app),
    checkRollups: checkRollupsHandler(app),
    train: trainHandler(app),
  };
}
