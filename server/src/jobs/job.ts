import { z } from 'zod';
import type { IncidentId, TrainingId } from '../domain/ids.ts';
import type { NotifyIntent, OutgoingIntent } from '../domain/intent.ts';
import type { NewNotification } from '../domain/notification.ts';
import { severities } from '../domain/severity.ts';

/** Somebody is told of an incident, or a webhook is run for it. */
export interface NotifyJob extends NotifyIntent {
  /** Something is run with the incident's data; else somebody is told. */
  readonly runs?: true | undefined;
  /** The policy version in which `target` is looked up. */
  readonly policyVersion: number;
  /** The same for every attempt: receivers know a repetition by it. */
  readonly key: string;
}

/** Keeps the storage: makes partitions ahead, drops what is too old. */
export interface RetentionJob {
  readonly kind: 'retention';
}

/** Compares the metrics' rollups with the incidents, when a day has passed since that was done last. */
export interface CheckRollupsJob {
  readonly kind: 'checkRollups';
}

/** Learns from corrected severities. */
export interface TrainJob {
  readonly kind: 'train';
  readonly trainingId: TrainingId;
}

export type Job = NotifyJob | RetentionJob | CheckRollupsJob | TrainJob;
export type JobKind = Job['kind'];
export type JobOf<Kind extends JobKind> = Extract<Job, { kind: Kind }>;

/** The job of what is to leave the server. */
export function jobOf(intent: OutgoingIntent, policyVersion: number, key: string): NotifyJob {
  switch (intent.kind) {
    case 'notify':
      return { ...intent, policyVersion, key };
    case 'webhook':
      return { ...intent, kind: 'notify', runs: true, policyVersion, key };
  }
}

/** What its incident says of it. */
export function newNotification(
  job: Pick<NotifyJob, 'key' | 'incidentId' | 'target' | 'severity' | 'reason'> & {
    readonly runs?: boolean | undefined;
  },
): NewNotification {
  const { key, incidentId, target, severity, reason, runs } = job;
  return { id: key, incidentId, target, kind: runs === true ? 'ACTION' : 'NOTIFICATION', severity, reason };
}

const notifyJob = z.object({
  kind: z.literal('notify'),
  incidentId: z.uuid().transform((id) => id as IncidentId),
  target: z.string(),
  policyVersion: z.int(),
  severity: z.enum(severities),
  reason: z.string(),
  key: z.string().min(1),
  runs: z.literal(true).optional(),
});

/** Payloads are read back here: an older or newer server may have written them. */
export const jobSchemas: { readonly [Kind in JobKind]: z.ZodType<JobOf<Kind>> } = {
  notify: notifyJob,
  retention: z.object({ kind: z.literal('retention') }),
  checkRollups: z.object({ kind: z.literal('checkRollups') }),
  train: z.object({ kind: z.literal('train'), trainingId: z.uuid().transform((id) => id as TrainingId) }),
};
