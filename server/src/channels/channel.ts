import type { IncidentStatus } from '../domain/incident.ts';
import type { Severity } from '../domain/severity.ts';
import type { Policy } from '../engines/policy.ts';
import type { JobLog } from '../jobs/jobLog.ts';

/** Where a policy sends notifications. */
export type Target = Policy['targets'][string];
export type ChannelName = Target['channel'];
export type TargetOf<Name extends ChannelName> = Extract<Target, { channel: Name }>;

/** What a receiver is told. */
export interface Notification {
  /** The same for every attempt: a receiver knows a repetition by it. */
  readonly key: string;
  /** Of this attempt. */
  readonly at: Date;
  /** The target's name in the policy. */
  readonly target: string;
  /** Why it was sent, for example the escalation's reason. */
  readonly reason: string;
  /** The severity that made it be sent; the incident may have another one by now. */
  readonly severity: Severity;
  /** The receiver is to run something; else somebody is told. */
  readonly runs?: true | undefined;
  readonly incident: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly service: string;
    readonly severity: Severity;
    readonly status: IncidentStatus;
    readonly recommendedAction: string;
    readonly openedAt: Date;
    readonly signalCount: number;
  };
  readonly more?: More | undefined;
}

/** Other incidents of which a message tells, since they were beyond the target's rate. */
export interface More {
  /** For example `37 more incidents`. */
  readonly title: string;
  readonly count: number;
  /** The highest among them. */
  readonly severity: Severity;
  /** The most severe, as they are now. */
  readonly incidents: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly service: string;
    readonly severity: Severity;
    readonly status: IncidentStatus;
  }[];
  /** Where all of them are; null when the server does not know its public address. */
  readonly url: string | null;
}

/** What became of an attempt: a sender says whether a failure may be retried. */
export type Delivery =
  | { readonly delivered: true; readonly detail: string }
  | { readonly delivered: false; readonly retry: boolean; readonly reason: string };

export interface ChannelContext {
  readonly log: JobLog;
  /** Aborts when the attempt takes too long. */
  readonly signal: AbortSignal;
}

/** A way to reach somebody. Expected failures are answers; it throws for nothing but bugs. */
export interface Channel<Name extends ChannelName> {
  send(target: TargetOf<Name>, notification: Notification, context: ChannelContext): Promise<Delivery>;
}
