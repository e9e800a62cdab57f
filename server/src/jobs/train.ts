import type { App } from '../application/app.ts';
import { giveUpTraining, trainOnCorrections } from '../application/trainOnCorrections.ts';
import type { JobHandler } from './jobHandler.ts';

/** Learns from corrected severities. What it makes is written with the job's end: once, whoever else tries at the same time. */
export function trainHandler(app: Pick<App, 'database' | 'clock' | 'policies'>): JobHandler<'train'> {
  return {
    run: ({ trainingId }, run) => trainOnCorrections(app, trainingId, run),
    failed: ({ trainingId }, reason, run) => giveUpTraining(app, trainingId, reason, run),
  };
}
