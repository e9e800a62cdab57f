import type { TrainingId } from './ids.ts';

export const trainingStates = ['RUNNING', 'DONE', 'FAILED'] as const;
export type TrainingState = (typeof trainingStates)[number];

/** Somebody asked for a model to be learned from corrected severities. */
export interface SeverityTraining {
  readonly id: TrainingId;
  readonly state: TrainingState;
  /** Of the moments of receipt of the signals that are read again. */
  readonly from: Date;
  readonly to: Date;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  /** What became of it, in words; null while it runs. */
  readonly message: string | null;
  /** The model that it made; null unless it is done. */
  readonly modelVersion: number | null;
}
