// Written by schema/codegen.ts from schema/*.graphql and the operations: run `npm run codegen`, do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Alert as AlertModel } from '../../../domain/alert.ts';
import type { AlertPage, IncidentPage, PolicyPage, TimelinePage } from '../models.ts';
import type { BacktestReport as BacktestReportModel } from '../../../application/backtestPolicy.ts';
import type { Decision as DecisionModel } from '../../../domain/decision.ts';
import type { Escalation as EscalationModel } from '../../../domain/escalation.ts';
import type { Incident as IncidentModel } from '../../../domain/incident.ts';
import type { Metrics as MetricsModel } from '../../../application/readMetrics.ts';
import type { PolicyVersion as PolicyModel } from '../../../application/policies.ts';
import type { Signal as SignalModel } from '../../../domain/signal.ts';
import type { SystemStatus as SystemStatusModel } from '../../../application/readSystemStatus.ts';
import type { TimelineEvent as TimelineEventModel } from '../../../domain/timeline.ts';
import type { GraphQLContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment as RFC 3339, for example `2026-11-23T08:15:00.250Z`. Given out in UTC with milliseconds. */
  DateTime: { input: Date; output: Date; }
};

/** Who is asking. */
export type Viewer = {
  /** The token's name. */
  readonly name: Scalars['String']['output'];
  /** What it may do. */
  readonly role: Role;
};

/** What a token may do. */
export type Role =
  /** Reads and subscribes. */
  | 'VIEWER'
  /** Only sends signals. */
  | 'INGESTER'
  /** Reads, sends signals and acts on incidents. */
  | 'RESPONDER'
  /** Everything, policies and tokens too. */
  | 'ADMIN';

/** A token, without its secret. */
export type ApiToken = {
  /** The token's id (UUID). */
  readonly id: Scalars['ID']['output'];
  /** What it is for, or whose it is. */
  readonly name: Scalars['String']['output'];
  /** What it may do. */
  readonly role: Role;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** A token to make. */
export type CreateApiTokenInput = {
  /** What it is for, or whose it is: 1 to 100 characters. Shown on timelines. */
  readonly name: Scalars['String']['input'];
  /** What it may do. */
  readonly role: Role;
};

/** The answer to making a token. */
export type CreateApiTokenPayload = {
  /** The token; null when it was refused. */
  readonly token: Maybe<ApiToken>;
  /** The secret to send as `Authorization: Bearer …`. Shown this once. */
  readonly secret: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A token to take out of force. */
export type RevokeApiTokenInput = {
  /** The token's id. */
  readonly id: Scalars['ID']['input'];
};

/** The answer to revoking a token. */
export type RevokeApiTokenPayload = {
  /** The token; null when it was refused. */
  readonly token: Maybe<ApiToken>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A refusal that the caller can do something about. */
export type UserError = {
  /** What kind of refusal. */
  readonly code: UserErrorCode;
  /** What is wrong and what was expected, in one sentence. */
  readonly message: Scalars['String']['output'];
  /** The path of the field, for example `["input", "metrics", "0", "value"]`. */
  readonly field: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** The kinds of refusals. */
export type UserErrorCode =
  /** A value is out of its bounds or of the wrong form. */
  | 'INVALID'
  /** There is no such thing. */
  | 'NOT_FOUND'
  /** The incident is resolved already. */
  | 'ALREADY_RESOLVED'
  /** The incident is not in a state that allows it. */
  | 'WRONG_STATUS'
  /** Another incident of the same group is open. */
  | 'CONFLICT';

/** Where a page stands in a connection. */
export type PageInfo = {
  /** Whether there is more behind this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
  /** The cursor of the last edge. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** A page of incidents. */
export type IncidentConnection = {
  /** The incidents with their cursors. */
  readonly edges: ReadonlyArray<IncidentEdge>;
  /** The incidents. */
  readonly nodes: ReadonlyArray<Incident>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many match in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An incident in a connection. */
export type IncidentEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The incident. */
  readonly node: Incident;
};

/** A page of alerts. */
export type AlertConnection = {
  /** The alerts with their cursors. */
  readonly edges: ReadonlyArray<AlertEdge>;
  /** The alerts. */
  readonly nodes: ReadonlyArray<Alert>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An alert in a connection. */
export type AlertEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The alert. */
  readonly node: Alert;
};

/** A page of a timeline. */
export type TimelineConnection = {
  /** The events with their cursors. */
  readonly edges: ReadonlyArray<TimelineEdge>;
  /** The events. */
  readonly nodes: ReadonlyArray<TimelineEvent>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An event in a connection. */
export type TimelineEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The event. */
  readonly node: TimelineEvent;
};

/** A page of policies. */
export type PolicyConnection = {
  /** The policies with their cursors. */
  readonly edges: ReadonlyArray<PolicyEdge>;
  /** The policies. */
  readonly nodes: ReadonlyArray<Policy>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A policy in a connection. */
export type PolicyEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The policy. */
  readonly node: Policy;
};

/** What the engines concluded about a signal, with everything that led there. */
export type Decision = {
  /** The score, 0 to 1. The factors' contributions add up to it. */
  readonly score: Scalars['Float']['output'];
  /** The severity that follows from the score. */
  readonly severity: Severity;
  /** Why, in one sentence. */
  readonly reason: Scalars['String']['output'];
  /** What led there, largest contribution first. */
  readonly factors: ReadonlyArray<Factor>;
  /** The stress at that moment: 0 to 100 under `load-v2`, 0 to 6 under `seed-v1`. */
  readonly stress: Scalars['Float']['output'];
  /** What to do about it. */
  readonly recommendedAction: Scalars['String']['output'];
  /** The version of the policy that decided it. */
  readonly policyVersion: Scalars['Int']['output'];
};

/** One reason for a decision. */
export type Factor = {
  /** Its name, for example `cpu_percent`, `reported` or `floor`. */
  readonly name: Scalars['String']['output'];
  /** What was observed. */
  readonly value: Maybe<Scalars['Float']['output']>;
  /** What it was compared with. */
  readonly threshold: Maybe<Scalars['Float']['output']>;
  /** How much it can count. */
  readonly weight: Scalars['Float']['output'];
  /** How much of the score it made. */
  readonly contribution: Scalars['Float']['output'];
  /** It in words. */
  readonly note: Maybe<Scalars['String']['output']>;
};

/** One committed change of one incident. */
export type IncidentChange = {
  /** Where it stands in the feed. Opaque; give it back as `after` to go on behind it. */
  readonly cursor: Scalars['String']['output'];
  /** What changed most. */
  readonly kind: ChangeKind;
  /** When it was committed, by the database's clock. */
  readonly at: Scalars['DateTime']['output'];
  /** The incident as it stood after this change. */
  readonly incident: Incident;
};

/** What changed most in a change. */
export type ChangeKind =
  /** It was opened. */
  | 'OPENED'
  /** It took signals or its timeline grew, and neither status nor severity changed. */
  | 'UPDATED'
  /** Its severity changed. */
  | 'SEVERITY_CHANGED'
  /** It was acknowledged. */
  | 'ACKNOWLEDGED'
  /** It was put back from acknowledged to open. */
  | 'UNACKNOWLEDGED'
  /** An escalation fired. */
  | 'ESCALATED'
  /** It was resolved. */
  | 'RESOLVED'
  /** It was reopened. */
  | 'REOPENED';

/** Changes gathered for a board. */
export type IncidentFeedBatch = {
  /** The changes in commit order; empty in a beat. */
  readonly changes: ReadonlyArray<IncidentChange>;
  /** The cursor behind everything that this subscription has seen so far. */
  readonly head: Scalars['String']['output'];
  /** The database's clock. */
  readonly serverTime: Scalars['DateTime']['output'];
};

/** The state of the whole system. */
export type SystemStatus = {
  /** Whether the systemic rule holds: many CRITICAL incidents within a short time. */
  readonly escalationActive: Scalars['Boolean']['output'];
  /** It in one line, for example `Stable` or `Escalation active: 4 CRITICAL in 5 min`. */
  readonly message: Scalars['String']['output'];
  /** How many CRITICAL incidents there were within the rule's window. */
  readonly recentCritical: Scalars['Int']['output'];
  /** Unresolved incidents by severity. */
  readonly openBySeverity: ReadonlyArray<SeverityCount>;
  /** Incidents that are open. */
  readonly open: Scalars['Int']['output'];
  /** Incidents that are acknowledged. */
  readonly acknowledged: Scalars['Int']['output'];
  /** Whether any signal was ever received. */
  readonly everIngested: Scalars['Boolean']['output'];
  /** The database's clock. */
  readonly serverTime: Scalars['DateTime']['output'];
  /** The cursor of the last change: read the incidents, then subscribe after it. */
  readonly feedHead: Scalars['String']['output'];
  /** The policy in force. */
  readonly policyVersion: Scalars['Int']['output'];
};

/** How many incidents of a severity. */
export type SeverityCount = {
  /** The severity. */
  readonly severity: Severity;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** Alerts that the policy groups together, with one lifecycle. */
export type Incident = {
  /** The incident's id (UUID). */
  readonly id: Scalars['ID']['output'];
  /** A short number for people, unique in this installation. */
  readonly number: Scalars['Int']['output'];
  /** What it is about, in one line. */
  readonly title: Scalars['String']['output'];
  /** The service that it is about. */
  readonly service: Scalars['String']['output'];
  /** How severe it is now. */
  readonly severity: Severity;
  /** Where it is in its lifecycle. */
  readonly status: IncidentStatus;
  /** The stress of its last decision: 0 to 100 under `load-v2`, 0 to 6 under `seed-v1`. */
  readonly stress: Scalars['Float']['output'];
  /** The risk that it must be escalated, 0 to 1. */
  readonly risk: Scalars['Float']['output'];
  /** How many signals it took. */
  readonly signalCount: Scalars['Int']['output'];
  /** How many of its alerts are firing. */
  readonly firingAlertCount: Scalars['Int']['output'];
  /** Its alerts, last seen first. */
  readonly alerts: AlertConnection;
  /** The decision that gave it its severity. */
  readonly decision: Decision;
  /** What to do about it. */
  readonly recommendedAction: Scalars['String']['output'];
  /** When it was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** When a person first acknowledged it; stays through later changes. */
  readonly firstAcknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was acknowledged; null while it is open. */
  readonly acknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who acknowledged it. */
  readonly acknowledgedBy: Maybe<Scalars['String']['output']>;
  /** When it was resolved; null until it is. */
  readonly resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who resolved it: a person's name, or the rule that did. */
  readonly resolvedBy: Maybe<Scalars['String']['output']>;
  /** When its last signal came. */
  readonly lastSignalAt: Scalars['DateTime']['output'];
  /** When it was last written. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** When its next escalation step is due; null when none is. */
  readonly nextEscalationAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether it was brought in from the past. */
  readonly historical: Scalars['Boolean']['output'];
  /** Escalations that fired, oldest first. */
  readonly escalations: ReadonlyArray<Escalation>;
  /** All that happened to it, oldest first. */
  readonly timeline: TimelineConnection;
  /** The version of the policy that decided it. */
  readonly policyVersion: Scalars['Int']['output'];
};


/** Alerts that the policy groups together, with one lifecycle. */
export type IncidentAlertsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Alerts that the policy groups together, with one lifecycle. */
export type IncidentTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How severe an incident is. */
export type Severity =
  /** Worth a line in the log. */
  | 'LOW'
  /** Worth watching. */
  | 'MEDIUM'
  /** Somebody should act. */
  | 'HIGH'
  /** Somebody must act now. */
  | 'CRITICAL';

/** Where an incident is in its lifecycle. */
export type IncidentStatus =
  /** Nobody has taken it into hand. */
  | 'OPEN'
  /** Somebody has taken it into hand. */
  | 'ACKNOWLEDGED'
  /** It is over. */
  | 'RESOLVED';

/** All signals with one dedup key. */
export type Alert = {
  /** The alert's id (UUID). */
  readonly id: Scalars['ID']['output'];
  /** The key that its signals share. */
  readonly dedupKey: Scalars['String']['output'];
  /** The source of its last signal. */
  readonly source: Scalars['String']['output'];
  /** The service of its last signal. */
  readonly service: Scalars['String']['output'];
  /** The title of its last signal. */
  readonly title: Scalars['String']['output'];
  /** Where to read more, from its last signal. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** Whether it is firing. */
  readonly state: SignalState;
  /** How many signals it took. */
  readonly signalCount: Scalars['Int']['output'];
  /** When its first signal came. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /** When its last signal came. */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** The labels of its last signal. */
  readonly labels: ReadonlyArray<Label>;
  /** The readings of its last signal. */
  readonly metrics: ReadonlyArray<MetricReading>;
};

/** An event of an incident. Events are only ever added. */
export type TimelineEvent = {
  /** The event's id. */
  readonly id: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: TimelineKind;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Who did it: a token's name, or `vigil` for a rule. */
  readonly actor: Scalars['String']['output'];
  /** The rule that made it happen, for example `lifecycle.acknowledge`. */
  readonly ruleId: Scalars['String']['output'];
  /** It in one sentence. */
  readonly message: Scalars['String']['output'];
  /** The note that a person left. */
  readonly note: Maybe<Scalars['String']['output']>;
};

/** What happened to an incident. */
export type TimelineKind =
  /** It was opened. */
  | 'OPENED'
  /** A new alert joined it. */
  | 'ALERT_JOINED'
  /** One of its alerts was resolved. */
  | 'ALERT_RESOLVED'
  /** Its severity rose. */
  | 'SEVERITY_RAISED'
  /** Its severity fell. */
  | 'SEVERITY_LOWERED'
  /** It was acknowledged. */
  | 'ACKNOWLEDGED'
  /** It was put back from acknowledged to open. */
  | 'UNACKNOWLEDGED'
  /** It was resolved. */
  | 'RESOLVED'
  /** It was reopened. */
  | 'REOPENED'
  /** An escalation step fired. */
  | 'ESCALATED'
  /** A notification was delivered. */
  | 'NOTIFIED'
  /** A notification could not be delivered and will not be tried again. */
  | 'NOTIFICATION_FAILED'
  /** Somebody left a note. */
  | 'NOTE_ADDED';

/** An escalation that fired. */
export type Escalation = {
  /** The escalation's id (UUID). */
  readonly id: Scalars['ID']['output'];
  /** The step of the policy that fired, from 1; 0 for the systemic rule. */
  readonly step: Scalars['Int']['output'];
  /** The factor that crossed its threshold, for example `time` or `systemic`. */
  readonly factor: Scalars['String']['output'];
  /** It in one sentence. */
  readonly reason: Scalars['String']['output'];
  /** Whom it was addressed to. */
  readonly targets: ReadonlyArray<Scalars['String']['output']>;
  /** When it fired. */
  readonly at: Scalars['DateTime']['output'];
};

/** Which incidents: all given fields must match; within a list any value may. */
export type IncidentFilter = {
  /** Any of these ids, at most 100. */
  readonly id?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Any of these statuses. */
  readonly status?: InputMaybe<ReadonlyArray<IncidentStatus>>;
  /** Any of these severities. */
  readonly severity?: InputMaybe<ReadonlyArray<Severity>>;
  /** Any of these services, at most 100. */
  readonly service?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Words in the title or the service, or a number: at most 200 characters. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Opened at this moment or later. */
  readonly openedAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Opened before this moment. */
  readonly openedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Has all of these labels, at most 20. */
  readonly label?: InputMaybe<ReadonlyArray<LabelInput>>;
};

/** The order of a list of incidents. */
export type IncidentOrder =
  /** Unresolved before resolved, then by severity, risk and age: what matters most comes first. */
  | 'URGENCY'
  /** Newest first. */
  | 'OPENED_AT_DESC'
  /** Oldest first. */
  | 'OPENED_AT_ASC';

/** The incident to acknowledge. */
export type AcknowledgeIncidentInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** A note for the timeline: at most 5,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to an acknowledgement. */
export type AcknowledgeIncidentPayload = {
  /** The incident after it; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The incident to put back to open. */
export type UnacknowledgeIncidentInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** A note for the timeline: at most 5,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to taking an acknowledgement back. */
export type UnacknowledgeIncidentPayload = {
  /** The incident after it; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The incident to resolve. */
export type ResolveIncidentInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** A note for the timeline: at most 5,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to a resolve. */
export type ResolveIncidentPayload = {
  /** The incident after it; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The incident to reopen. */
export type ReopenIncidentInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** A note for the timeline: at most 5,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to a reopening. */
export type ReopenIncidentPayload = {
  /** The incident after it; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A note for an incident. */
export type AddNoteInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** The note: 1 to 5,000 characters. */
  readonly note: Scalars['String']['input'];
};

/** The answer to a note. */
export type AddNotePayload = {
  /** The incident after it; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Response and noise figures of the incidents opened in a range. */
export type Metrics = {
  /** Start of the range, included. */
  readonly from: Scalars['DateTime']['output'];
  /** End of the range, excluded. */
  readonly to: Scalars['DateTime']['output'];
  /** Time to acknowledge: first explicit acknowledgement − opened. Never acknowledged: excluded and counted as such. */
  readonly mtta: DurationStats;
  /** Time to resolve: final resolve − opened. Not resolved: excluded and counted as such. */
  readonly mttr: DurationStats;
  /** Time to resolve of the incidents that people resolved. */
  readonly mttrByPeople: DurationStats;
  /** Time to resolve of the incidents that resolved themselves. */
  readonly mttrAutomatic: DurationStats;
  /** Incidents opened in the range. */
  readonly opened: Scalars['Int']['output'];
  /** Of these, acknowledged at least once. */
  readonly acknowledged: Scalars['Int']['output'];
  /** Of these, resolved now. */
  readonly resolved: Scalars['Int']['output'];
  /** Of these, reopened at least once. */
  readonly reopened: Scalars['Int']['output'];
  /** Of these, escalated at least once. */
  readonly escalated: Scalars['Int']['output'];
  /** Mean stress of these incidents; null when there are none. */
  readonly averageStress: Maybe<Scalars['Float']['output']>;
  /** The same figures by severity, CRITICAL first; severities without incidents are left out. */
  readonly bySeverity: ReadonlyArray<SeverityMetrics>;
  /** The same figures by service, most incidents first. */
  readonly byService: ReadonlyArray<ServiceMetrics>;
  /** The same figures by time of opening, without gaps, oldest first. */
  readonly series: ReadonlyArray<MetricsPoint>;
  /** How much noise became how few incidents. */
  readonly noise: NoiseLedger;
};


/** Response and noise figures of the incidents opened in a range. */
export type MetricsByServiceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Response and noise figures of the incidents opened in a range. */
export type MetricsSeriesArgs = {
  bucket?: InputMaybe<TimeBucket>;
};

/** Statistics of a duration. All but n and excluded are null when n is 0, never 0. */
export type DurationStats = {
  /** Mean, in seconds. */
  readonly meanSeconds: Maybe<Scalars['Float']['output']>;
  /** Median, in seconds. */
  readonly p50Seconds: Maybe<Scalars['Float']['output']>;
  /** 90th percentile, in seconds. */
  readonly p90Seconds: Maybe<Scalars['Float']['output']>;
  /** 95th percentile, in seconds. */
  readonly p95Seconds: Maybe<Scalars['Float']['output']>;
  /** Largest, in seconds. */
  readonly maxSeconds: Maybe<Scalars['Float']['output']>;
  /** How many incidents it is made of. */
  readonly n: Scalars['Int']['output'];
  /** How many were left out, because the moment that it needs is not known. */
  readonly excluded: Scalars['Int']['output'];
};

/** Figures of one severity. */
export type SeverityMetrics = {
  /** The severity that the incidents have now, or had when they were resolved. */
  readonly severity: Severity;
  /** Incidents opened. */
  readonly opened: Scalars['Int']['output'];
  /** Time to acknowledge. */
  readonly mtta: DurationStats;
  /** Time to resolve. */
  readonly mttr: DurationStats;
};

/** Figures of one service. */
export type ServiceMetrics = {
  /** The service. */
  readonly service: Scalars['String']['output'];
  /** Incidents opened. */
  readonly opened: Scalars['Int']['output'];
  /** Time to acknowledge. */
  readonly mtta: DurationStats;
  /** Time to resolve. */
  readonly mttr: DurationStats;
};

/** Figures of one stretch of time. */
export type MetricsPoint = {
  /** Its start, included, in the range's time zone. */
  readonly from: Scalars['DateTime']['output'];
  /** Its end, excluded. */
  readonly to: Scalars['DateTime']['output'];
  /** Incidents opened. */
  readonly opened: Scalars['Int']['output'];
  /** Incidents opened, by severity; severities without incidents are left out. */
  readonly bySeverity: ReadonlyArray<SeverityCount>;
  /** Time to acknowledge. */
  readonly mtta: DurationStats;
  /** Time to resolve. */
  readonly mttr: DurationStats;
  /** Mean stress; null when there are no incidents. */
  readonly averageStress: Maybe<Scalars['Float']['output']>;
};

/** From signals to notifications, for what was received in the range. */
export type NoiseLedger = {
  /** Signals received. */
  readonly signals: Scalars['Int']['output'];
  /** Alerts that they made up. */
  readonly alerts: Scalars['Int']['output'];
  /** Incidents that they were grouped into. */
  readonly incidents: Scalars['Int']['output'];
  /** Notifications that were sent. */
  readonly notifications: Scalars['Int']['output'];
  /** Signals an incident; null without incidents. */
  readonly signalsPerIncident: Maybe<Scalars['Float']['output']>;
  /** The share of signals that opened no incident, 0 to 1; null without signals. */
  readonly noiseRatio: Maybe<Scalars['Float']['output']>;
};

/** A range of time. */
export type TimeRangeInput = {
  /** Its start, included. */
  readonly from: Scalars['DateTime']['input'];
  /** Its end, excluded; after `from`. */
  readonly to: Scalars['DateTime']['input'];
  /** An IANA time zone such as `Europe/Berlin`, in which buckets begin and end; UTC when it is not given. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** Which incidents count: all given fields must match. */
export type MetricsFilter = {
  /** Any of these severities. */
  readonly severity?: InputMaybe<ReadonlyArray<Severity>>;
  /** Any of these services, at most 100. */
  readonly service?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether historical incidents count too. */
  readonly historical?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The width of a point in time. */
export type TimeBucket =
  /** One minute. */
  | 'MINUTE'
  /** One hour. */
  | 'HOUR'
  /** One calendar day. */
  | 'DAY'
  /** One calendar week, from Monday. */
  | 'WEEK'
  /** One calendar month. */
  | 'MONTH';

/** A version of the document that the engines obey. */
export type Policy = {
  /** Its version, from 1. */
  readonly version: Scalars['Int']['output'];
  /** Its name, for example `load-v2`. */
  readonly name: Scalars['String']['output'];
  /** The document as YAML, with every default filled in. The targets' secrets are shown to the role ADMIN only. */
  readonly document: Scalars['String']['output'];
  /** Whether it is in force. */
  readonly active: Scalars['Boolean']['output'];
  /** Who made it. */
  readonly createdBy: Scalars['String']['output'];
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** The draft to rehearse, and on what. */
export type BacktestPolicyInput = {
  /** The draft as YAML: at most 100,000 characters. */
  readonly document: Scalars['String']['input'];
  /** The signals received in this range; at most 31 days. */
  readonly range: TimeRangeInput;
};

/** What a draft policy would have made of the stored signals. */
export type BacktestReport = {
  /** How many signals were replayed. */
  readonly signals: Scalars['Int']['output'];
  /** What the draft would have done; null when it does not validate. */
  readonly draft: Maybe<BacktestSide>;
  /** What the stored decisions did. */
  readonly actual: Maybe<BacktestSide>;
  /** What is wrong with the draft; empty when it is valid. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One side of a comparison. */
export type BacktestSide = {
  /** Incidents opened. */
  readonly incidents: Scalars['Int']['output'];
  /** Signals by the severity that was decided. */
  readonly severity: ReadonlyArray<SeverityCount>;
  /** Incidents by the highest severity that they reached. */
  readonly incidentSeverity: ReadonlyArray<SeverityCount>;
  /** Signals that reached no incident. */
  readonly logged: Scalars['Int']['output'];
};

/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type Query = {
  /** One incident by its id or its number; null when there is none. */
  readonly incident: Maybe<Incident>;
  /** Incidents as a Relay connection, stable while new ones arrive. Answers at most 500 a page, 50 when neither first nor last is given. */
  readonly incidents: IncidentConnection;
  /** Response and noise figures of the incidents that were opened in a range of time. */
  readonly metrics: Metrics;
  /** The state of the whole system in one line, with the feed's head to subscribe from. */
  readonly systemStatus: SystemStatus;
  /** One version of the policy; the active one when no version is given; null when there is none with that number. */
  readonly policy: Maybe<Policy>;
  /** All versions of the policy, newest first. */
  readonly policies: PolicyConnection;
  /** Replays the stored signals of a range through the engines under a draft policy. Writes nothing and sends nothing. */
  readonly backtestPolicy: BacktestReport;
  /** API tokens that are in force, without their secrets. Needs the role ADMIN. */
  readonly apiTokens: ReadonlyArray<ApiToken>;
  /** Who is asking, and which role they have. Open to every role. */
  readonly viewer: Viewer;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryIncidentArgs = {
  id: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryIncidentsArgs = {
  filter?: InputMaybe<IncidentFilter>;
  orderBy?: InputMaybe<IncidentOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryMetricsArgs = {
  range: TimeRangeInput;
  filter?: InputMaybe<MetricsFilter>;
  bucket?: InputMaybe<TimeBucket>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryPolicyArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryPoliciesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryBacktestPolicyArgs = {
  input: BacktestPolicyInput;
};

/** Everything that changes something. Each answers after its commit. */
export type Mutation = {
  /** Takes one signal, decides what it means and answers with the decision. Needs the role INGESTER or RESPONDER. */
  readonly ingestSignal: IngestSignalPayload;
  /** Takes up to 1000 signals in order. One bad signal is refused alone; the others are stored. Needs the role INGESTER or RESPONDER. */
  readonly ingestSignals: IngestSignalsPayload;
  /** Takes an incident into hand. The first acknowledgement wins and its time stays. Needs the role RESPONDER. */
  readonly acknowledgeIncident: AcknowledgeIncidentPayload;
  /** Puts an acknowledged incident back to OPEN and takes the acknowledgement out of the MTTA. Needs the role RESPONDER. */
  readonly unacknowledgeIncident: UnacknowledgeIncidentPayload;
  /** Closes an incident. Resolving a resolved incident is a user error that changes nothing. Needs the role RESPONDER. */
  readonly resolveIncident: ResolveIncidentPayload;
  /** Puts a resolved incident back to what it was before it was resolved. Needs the role RESPONDER. */
  readonly reopenIncident: ReopenIncidentPayload;
  /** Writes a note on an incident's timeline. Needs the role RESPONDER. */
  readonly addNote: AddNotePayload;
  /** Makes an API token; its secret is shown in this answer only. Needs the role ADMIN. */
  readonly createApiToken: CreateApiTokenPayload;
  /** Takes an API token out of force at once; its open sockets are closed. Needs the role ADMIN. */
  readonly revokeApiToken: RevokeApiTokenPayload;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationIngestSignalArgs = {
  input: SignalInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationIngestSignalsArgs = {
  inputs: ReadonlyArray<SignalInput>;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationAcknowledgeIncidentArgs = {
  input: AcknowledgeIncidentInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationUnacknowledgeIncidentArgs = {
  input: UnacknowledgeIncidentInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationResolveIncidentArgs = {
  input: ResolveIncidentInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationReopenIncidentArgs = {
  input: ReopenIncidentInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationAddNoteArgs = {
  input: AddNoteInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationCreateApiTokenArgs = {
  input: CreateApiTokenInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationRevokeApiTokenArgs = {
  input: RevokeApiTokenInput;
};

/** Everything that is pushed, over graphql-transport-ws. Needs the role VIEWER. */
export type Subscription = {
  /**
   * Each committed change of an incident, in commit order, without gap or repetition.
   * With `after` it first delivers what was missed since that cursor. A cursor that is too old ends the subscription with an error whose
   * `extensions.code` is `CURSOR_TOO_OLD`: read the incidents again and subscribe from `systemStatus.feedHead`.
   * A cursor that this database never gave out ends it with `CURSOR_INVALID`.
   */
  readonly incidentChanged: IncidentChange;
  /** The same changes for boards: gathered for up to 100 ms, and a beat every 2 seconds even when nothing changed. */
  readonly incidentFeed: IncidentFeedBatch;
  /** The metrics of a range, again whenever incidents changed, at most once a second. */
  readonly metricsChanged: Metrics;
  /** The state of the whole system, again whenever it changed, at most once a second. */
  readonly systemStatusChanged: SystemStatus;
};


/** Everything that is pushed, over graphql-transport-ws. Needs the role VIEWER. */
export type SubscriptionIncidentChangedArgs = {
  filter?: InputMaybe<IncidentFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that is pushed, over graphql-transport-ws. Needs the role VIEWER. */
export type SubscriptionIncidentFeedArgs = {
  filter?: InputMaybe<IncidentFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that is pushed, over graphql-transport-ws. Needs the role VIEWER. */
export type SubscriptionMetricsChangedArgs = {
  range: TimeRangeInput;
  filter?: InputMaybe<MetricsFilter>;
};

/** One observation from a source. Kept as it came. */
export type Signal = {
  /** The signal's id (UUID, ordered by time of receipt). */
  readonly id: Scalars['ID']['output'];
  /** The tool that sent it, for example `prometheus`. */
  readonly source: Scalars['String']['output'];
  /** The service that it is about. */
  readonly service: Scalars['String']['output'];
  /** What was observed, in one line. */
  readonly title: Scalars['String']['output'];
  /** More about it, as free text. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Where to read more; http or https. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** Whether the condition holds or has ended. */
  readonly state: SignalState;
  /** Signals with one key are one alert. */
  readonly dedupKey: Scalars['String']['output'];
  /** How severe the source thinks it is. */
  readonly reportedSeverity: Maybe<Severity>;
  /** How sure the source is, 0 to 1. */
  readonly confidence: Maybe<Scalars['Float']['output']>;
  /** The readings that came with it. */
  readonly metrics: ReadonlyArray<MetricReading>;
  /** The labels that came with it, in the order of their names. */
  readonly labels: ReadonlyArray<Label>;
  /** When it happened by the source's clock. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** When it was received by the database's clock. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** Whether it was brought in from the past: it lives on its own time and nothing is sent to anyone. */
  readonly historical: Scalars['Boolean']['output'];
};

/** Whether the condition that a signal reports holds. */
export type SignalState =
  /** The condition holds. */
  | 'FIRING'
  /** The condition has ended. */
  | 'RESOLVED';

/** One reading of a metric. */
export type MetricReading = {
  /** The metric's name, for example `cpu_percent`. */
  readonly name: Scalars['String']['output'];
  /** The reading. */
  readonly value: Scalars['Float']['output'];
  /** Its unit, for example `ms`. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** From here on the source would warn. */
  readonly warning: Maybe<Scalars['Float']['output']>;
  /** From here on the source calls it critical. */
  readonly critical: Maybe<Scalars['Float']['output']>;
};

/** A name and a value that describe where a signal comes from. */
export type Label = {
  /** The label's name. */
  readonly name: Scalars['String']['output'];
  /** The label's value. */
  readonly value: Scalars['String']['output'];
};

/** One reading of a metric. */
export type MetricInput = {
  /** The metric's name: 1 to 100 characters, each name once a signal. */
  readonly name: Scalars['String']['input'];
  /** The reading; finite. */
  readonly value: Scalars['Float']['input'];
  /** Its unit, at most 20 characters. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** From here on the source would warn; finite. */
  readonly warning?: InputMaybe<Scalars['Float']['input']>;
  /** From here on the source calls it critical; finite. Below `warning` when low values are bad. */
  readonly critical?: InputMaybe<Scalars['Float']['input']>;
};

/** A name and a value that describe where a signal comes from. */
export type LabelInput = {
  /** The label's name: 1 to 100 characters, each name once a signal. */
  readonly name: Scalars['String']['input'];
  /** The label's value: at most 500 characters. */
  readonly value: Scalars['String']['input'];
};

/** One observation. Text is cleaned of NUL and of lone surrogates; what is out of bounds is refused with the field's name. */
export type SignalInput = {
  /** The tool that sends it: 1 to 100 characters. */
  readonly source: Scalars['String']['input'];
  /** The service that it is about: 1 to 100 characters. */
  readonly service: Scalars['String']['input'];
  /** What was observed: 1 to 250 characters. */
  readonly title: Scalars['String']['input'];
  /** More about it: at most 10,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Where to read more: http or https, at most 2,000 characters. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
  /** Whether the condition holds or has ended. */
  readonly state?: InputMaybe<SignalState>;
  /** Signals with one key are one alert: at most 250 characters. Without it, a hash of source, service, title and the policy's labels. */
  readonly dedupKey?: InputMaybe<Scalars['String']['input']>;
  /** The same key again returns the first answer and changes nothing: at most 250 characters. Kept for 7 days at least. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How severe the source thinks it is. */
  readonly reportedSeverity?: InputMaybe<Severity>;
  /** How sure the source is, 0 to 1; 1 when it is not given. */
  readonly confidence?: InputMaybe<Scalars['Float']['input']>;
  /** Readings, at most 50. */
  readonly metrics?: InputMaybe<ReadonlyArray<MetricInput>>;
  /** Labels, at most 64. */
  readonly labels?: InputMaybe<ReadonlyArray<LabelInput>>;
  /** When it happened by the source's clock: from the year 2000 to 5 minutes in the future. Now when it is not given. */
  readonly occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Brought in from the past: `occurredAt` is now for the engines and the incident, and nothing is sent to anyone. */
  readonly historical?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What became of a signal. */
export type IngestOutcome =
  /** It opened an incident. */
  | 'OPENED'
  /** It joined an incident that was open. */
  | 'JOINED'
  /** It reopened an incident that had been resolved a short time ago. */
  | 'REOPENED'
  /** It resolved the incident's last firing alert. */
  | 'RESOLVED'
  /** It was kept, and no incident was touched. */
  | 'LOGGED'
  /** It was kept and counted, and a silence or maintenance window held it back. */
  | 'SUPPRESSED'
  /** Its idempotency key was seen before: this is the first answer again. */
  | 'DUPLICATE'
  /** It was refused; userErrors say why. */
  | 'REJECTED';

/** The answer to one signal. */
export type IngestSignalPayload = {
  /** The signal as it was stored; null when it was refused. */
  readonly signal: Maybe<Signal>;
  /** The incident that it opened, joined, reopened or resolved, as it stood after this signal's transaction. */
  readonly incident: Maybe<Incident>;
  /** What the engines concluded about this signal. */
  readonly decision: Maybe<Decision>;
  /** What became of it. */
  readonly outcome: IngestOutcome;
  /** The escalations that this signal set off. */
  readonly escalations: ReadonlyArray<Escalation>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The answers to several signals, in their order. */
export type IngestSignalsPayload = {
  /** One answer for each signal, in the order of the inputs. */
  readonly results: ReadonlyArray<IngestSignalPayload>;
  /** How many were stored, or had been before. */
  readonly accepted: Scalars['Int']['output'];
  /** How many were refused. */
  readonly rejected: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Viewer: ResolverTypeWrapper<Viewer>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Role: Role;
  ApiToken: ResolverTypeWrapper<ApiToken>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CreateApiTokenInput: CreateApiTokenInput;
  CreateApiTokenPayload: ResolverTypeWrapper<CreateApiTokenPayload>;
  RevokeApiTokenInput: RevokeApiTokenInput;
  RevokeApiTokenPayload: ResolverTypeWrapper<RevokeApiTokenPayload>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  IncidentConnection: ResolverTypeWrapper<IncidentPage>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IncidentEdge: ResolverTypeWrapper<Omit<IncidentEdge, 'node'> & { node: ResolversTypes['Incident'] }>;
  AlertConnection: ResolverTypeWrapper<AlertPage>;
  AlertEdge: ResolverTypeWrapper<Omit<AlertEdge, 'node'> & { node: ResolversTypes['Alert'] }>;
  TimelineConnection: ResolverTypeWrapper<TimelinePage>;
  TimelineEdge: ResolverTypeWrapper<Omit<TimelineEdge, 'node'> & { node: ResolversTypes['TimelineEvent'] }>;
  PolicyConnection: ResolverTypeWrapper<PolicyPage>;
  PolicyEdge: ResolverTypeWrapper<Omit<PolicyEdge, 'node'> & { node: ResolversTypes['Policy'] }>;
  Decision: ResolverTypeWrapper<DecisionModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Factor: ResolverTypeWrapper<Factor>;
  IncidentChange: ResolverTypeWrapper<Omit<IncidentChange, 'incident'> & { incident: ResolversTypes['Incident'] }>;
  ChangeKind: ChangeKind;
  IncidentFeedBatch: ResolverTypeWrapper<Omit<IncidentFeedBatch, 'changes'> & { changes: ReadonlyArray<ResolversTypes['IncidentChange']> }>;
  SystemStatus: ResolverTypeWrapper<SystemStatusModel>;
  SeverityCount: ResolverTypeWrapper<SeverityCount>;
  Incident: ResolverTypeWrapper<IncidentModel>;
  Severity: Severity;
  IncidentStatus: IncidentStatus;
  Alert: ResolverTypeWrapper<AlertModel>;
  TimelineEvent: ResolverTypeWrapper<TimelineEventModel>;
  TimelineKind: TimelineKind;
  Escalation: ResolverTypeWrapper<EscalationModel>;
  IncidentFilter: IncidentFilter;
  IncidentOrder: IncidentOrder;
  AcknowledgeIncidentInput: AcknowledgeIncidentInput;
  AcknowledgeIncidentPayload: ResolverTypeWrapper<Omit<AcknowledgeIncidentPayload, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  UnacknowledgeIncidentInput: UnacknowledgeIncidentInput;
  UnacknowledgeIncidentPayload: ResolverTypeWrapper<Omit<UnacknowledgeIncidentPayload, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  ResolveIncidentInput: ResolveIncidentInput;
  ResolveIncidentPayload: ResolverTypeWrapper<Omit<ResolveIncidentPayload, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  ReopenIncidentInput: ReopenIncidentInput;
  ReopenIncidentPayload: ResolverTypeWrapper<Omit<ReopenIncidentPayload, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  AddNoteInput: AddNoteInput;
  AddNotePayload: ResolverTypeWrapper<Omit<AddNotePayload, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  Metrics: ResolverTypeWrapper<MetricsModel>;
  DurationStats: ResolverTypeWrapper<DurationStats>;
  SeverityMetrics: ResolverTypeWrapper<SeverityMetrics>;
  ServiceMetrics: ResolverTypeWrapper<ServiceMetrics>;
  MetricsPoint: ResolverTypeWrapper<MetricsPoint>;
  NoiseLedger: ResolverTypeWrapper<NoiseLedger>;
  TimeRangeInput: TimeRangeInput;
  MetricsFilter: MetricsFilter;
  TimeBucket: TimeBucket;
  Policy: ResolverTypeWrapper<PolicyModel>;
  BacktestPolicyInput: BacktestPolicyInput;
  BacktestReport: ResolverTypeWrapper<BacktestReportModel>;
  BacktestSide: ResolverTypeWrapper<BacktestSide>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Signal: ResolverTypeWrapper<SignalModel>;
  SignalState: SignalState;
  MetricReading: ResolverTypeWrapper<MetricReading>;
  Label: ResolverTypeWrapper<Label>;
  MetricInput: MetricInput;
  LabelInput: LabelInput;
  SignalInput: SignalInput;
  IngestOutcome: IngestOutcome;
  IngestSignalPayload: ResolverTypeWrapper<Omit<IngestSignalPayload, 'signal' | 'incident' | 'decision' | 'escalations'> & { signal?: Maybe<ResolversTypes['Signal']>, incident?: Maybe<ResolversTypes['Incident']>, decision?: Maybe<ResolversTypes['Decision']>, escalations: ReadonlyArray<ResolversTypes['Escalation']> }>;
  IngestSignalsPayload: ResolverTypeWrapper<Omit<IngestSignalsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['IngestSignalPayload']> }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Viewer: Viewer;
  String: Scalars['String']['output'];
  ApiToken: ApiToken;
  ID: Scalars['ID']['output'];
  CreateApiTokenInput: CreateApiTokenInput;
  CreateApiTokenPayload: CreateApiTokenPayload;
  RevokeApiTokenInput: RevokeApiTokenInput;
  RevokeApiTokenPayload: RevokeApiTokenPayload;
  DateTime: Scalars['DateTime']['output'];
  UserError: UserError;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  IncidentConnection: IncidentPage;
  Int: Scalars['Int']['output'];
  IncidentEdge: Omit<IncidentEdge, 'node'> & { node: ResolversParentTypes['Incident'] };
  AlertConnection: AlertPage;
  AlertEdge: Omit<AlertEdge, 'node'> & { node: ResolversParentTypes['Alert'] };
  TimelineConnection: TimelinePage;
  TimelineEdge: Omit<TimelineEdge, 'node'> & { node: ResolversParentTypes['TimelineEvent'] };
  PolicyConnection: PolicyPage;
  PolicyEdge: Omit<PolicyEdge, 'node'> & { node: ResolversParentTypes['Policy'] };
  Decision: DecisionModel;
  Float: Scalars['Float']['output'];
  Factor: Factor;
  IncidentChange: Omit<IncidentChange, 'incident'> & { incident: ResolversParentTypes['Incident'] };
  IncidentFeedBatch: Omit<IncidentFeedBatch, 'changes'> & { changes: ReadonlyArray<ResolversParentTypes['IncidentChange']> };
  SystemStatus: SystemStatusModel;
  SeverityCount: SeverityCount;
  Incident: IncidentModel;
  Alert: AlertModel;
  TimelineEvent: TimelineEventModel;
  Escalation: EscalationModel;
  IncidentFilter: IncidentFilter;
  AcknowledgeIncidentInput: AcknowledgeIncidentInput;
  AcknowledgeIncidentPayload: Omit<AcknowledgeIncidentPayload, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  UnacknowledgeIncidentInput: UnacknowledgeIncidentInput;
  UnacknowledgeIncidentPayload: Omit<UnacknowledgeIncidentPayload, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  ResolveIncidentInput: ResolveIncidentInput;
  ResolveIncidentPayload: Omit<ResolveIncidentPayload, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  ReopenIncidentInput: ReopenIncidentInput;
  ReopenIncidentPayload: Omit<ReopenIncidentPayload, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  AddNoteInput: AddNoteInput;
  AddNotePayload: Omit<AddNotePayload, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  Metrics: MetricsModel;
  DurationStats: DurationStats;
  SeverityMetrics: SeverityMetrics;
  ServiceMetrics: ServiceMetrics;
  MetricsPoint: MetricsPoint;
  NoiseLedger: NoiseLedger;
  TimeRangeInput: TimeRangeInput;
  MetricsFilter: MetricsFilter;
  Policy: PolicyModel;
  BacktestPolicyInput: BacktestPolicyInput;
  BacktestReport: BacktestReportModel;
  BacktestSide: BacktestSide;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  Signal: SignalModel;
  MetricReading: MetricReading;
  Label: Label;
  MetricInput: MetricInput;
  LabelInput: LabelInput;
  SignalInput: SignalInput;
  IngestSignalPayload: Omit<IngestSignalPayload, 'signal' | 'incident' | 'decision' | 'escalations'> & { signal?: Maybe<ResolversParentTypes['Signal']>, incident?: Maybe<ResolversParentTypes['Incident']>, decision?: Maybe<ResolversParentTypes['Decision']>, escalations: ReadonlyArray<ResolversParentTypes['Escalation']> };
  IngestSignalsPayload: Omit<IngestSignalsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['IngestSignalPayload']> };
};

export type ViewerResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type ApiTokenResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ApiToken'] = ResolversParentTypes['ApiToken']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CreateApiTokenPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateApiTokenPayload'] = ResolversParentTypes['CreateApiTokenPayload']> = {
  token?: Resolver<Maybe<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeApiTokenPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RevokeApiTokenPayload'] = ResolversParentTypes['RevokeApiTokenPayload']> = {
  token?: Resolver<Maybe<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type UserErrorResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IncidentConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IncidentConnection'] = ResolversParentTypes['IncidentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['IncidentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Incident']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IncidentEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IncidentEdge'] = ResolversParentTypes['IncidentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>;
};

export type AlertConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AlertConnection'] = ResolversParentTypes['AlertConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AlertEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Alert']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlertEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AlertEdge'] = ResolversParentTypes['AlertEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Alert'], ParentType, ContextType>;
};

export type TimelineConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineConnection'] = ResolversParentTypes['TimelineConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TimelineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['TimelineEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TimelineEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineEdge'] = ResolversParentTypes['TimelineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimelineEvent'], ParentType, ContextType>;
};

export type PolicyConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyConnection'] = ResolversParentTypes['PolicyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PolicyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Policy']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PolicyEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyEdge'] = ResolversParentTypes['PolicyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
};

export type DecisionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  factors?: Resolver<ReadonlyArray<ResolversTypes['Factor']>, ParentType, ContextType>;
  stress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  recommendedAction?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policyVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FactorResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Factor'] = ResolversParentTypes['Factor']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  contribution?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IncidentChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IncidentChange'] = ResolversParentTypes['IncidentChange']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  incident?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>;
};

export type IncidentFeedBatchResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IncidentFeedBatch'] = ResolversParentTypes['IncidentFeedBatch']> = {
  changes?: Resolver<ReadonlyArray<ResolversTypes['IncidentChange']>, ParentType, ContextType>;
  head?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serverTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SystemStatusResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SystemStatus'] = ResolversParentTypes['SystemStatus']> = {
  escalationActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recentCritical?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openBySeverity?: Resolver<ReadonlyArray<ResolversTypes['SeverityCount']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  everIngested?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  serverTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  feedHead?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policyVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeverityCountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SeverityCount'] = ResolversParentTypes['SeverityCount']> = {
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IncidentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['IncidentStatus'], ParentType, ContextType>;
  stress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  risk?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  signalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firingAlertCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  alerts?: Resolver<ResolversTypes['AlertConnection'], ParentType, ContextType, RequireFields<IncidentAlertsArgs, 'first'>>;
  decision?: Resolver<ResolversTypes['Decision'], ParentType, ContextType>;
  recommendedAction?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  firstAcknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolvedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSignalAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  nextEscalationAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  historical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  escalations?: Resolver<ReadonlyArray<ResolversTypes['Escalation']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['TimelineConnection'], ParentType, ContextType, RequireFields<IncidentTimelineArgs, 'first'>>;
  policyVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlertResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  dedupKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignalState'], ParentType, ContextType>;
  signalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['Label']>, ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricReading']>, ParentType, ContextType>;
};

export type TimelineEventResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineEvent'] = ResolversParentTypes['TimelineEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EscalationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Escalation'] = ResolversParentTypes['Escalation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  factor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targets?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AcknowledgeIncidentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AcknowledgeIncidentPayload'] = ResolversParentTypes['AcknowledgeIncidentPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnacknowledgeIncidentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnacknowledgeIncidentPayload'] = ResolversParentTypes['UnacknowledgeIncidentPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResolveIncidentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResolveIncidentPayload'] = ResolversParentTypes['ResolveIncidentPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReopenIncidentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ReopenIncidentPayload'] = ResolversParentTypes['ReopenIncidentPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddNotePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AddNotePayload'] = ResolversParentTypes['AddNotePayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Metrics'] = ResolversParentTypes['Metrics']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttrByPeople?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttrAutomatic?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageStress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bySeverity?: Resolver<ReadonlyArray<ResolversTypes['SeverityMetrics']>, ParentType, ContextType>;
  byService?: Resolver<ReadonlyArray<ResolversTypes['ServiceMetrics']>, ParentType, ContextType, RequireFields<MetricsByServiceArgs, 'first'>>;
  series?: Resolver<ReadonlyArray<ResolversTypes['MetricsPoint']>, ParentType, ContextType, Partial<MetricsSeriesArgs>>;
  noise?: Resolver<ResolversTypes['NoiseLedger'], ParentType, ContextType>;
};

export type DurationStatsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DurationStats'] = ResolversParentTypes['DurationStats']> = {
  meanSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p50Seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p90Seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p95Seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  maxSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  excluded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeverityMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SeverityMetrics'] = ResolversParentTypes['SeverityMetrics']> = {
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
};

export type ServiceMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServiceMetrics'] = ResolversParentTypes['ServiceMetrics']> = {
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
};

export type MetricsPointResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MetricsPoint'] = ResolversParentTypes['MetricsPoint']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bySeverity?: Resolver<ReadonlyArray<ResolversTypes['SeverityCount']>, ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  averageStress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type NoiseLedgerResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['NoiseLedger'] = ResolversParentTypes['NoiseLedger']> = {
  signals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  alerts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notifications?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  signalsPerIncident?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  noiseRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PolicyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Policy'] = ResolversParentTypes['Policy']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BacktestReportResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BacktestReport'] = ResolversParentTypes['BacktestReport']> = {
  signals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['BacktestSide']>, ParentType, ContextType>;
  actual?: Resolver<Maybe<ResolversTypes['BacktestSide']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BacktestSideResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BacktestSide'] = ResolversParentTypes['BacktestSide']> = {
  incidents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  severity?: Resolver<ReadonlyArray<ResolversTypes['SeverityCount']>, ParentType, ContextType>;
  incidentSeverity?: Resolver<ReadonlyArray<ResolversTypes['SeverityCount']>, ParentType, ContextType>;
  logged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  incident: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType, RequireFields<QueryIncidentArgs, 'id'>>;
  incidents: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<QueryIncidentsArgs, 'orderBy'>>;
  metrics: Resolver<ResolversTypes['Metrics'], ParentType, ContextType, RequireFields<QueryMetricsArgs, 'range'>>;
  systemStatus: Resolver<ResolversTypes['SystemStatus'], ParentType, ContextType>;
  policy: Resolver<Maybe<ResolversTypes['Policy']>, ParentType, ContextType, Partial<QueryPolicyArgs>>;
  policies: Resolver<ResolversTypes['PolicyConnection'], ParentType, ContextType, RequireFields<QueryPoliciesArgs, 'first'>>;
  backtestPolicy: Resolver<ResolversTypes['BacktestReport'], ParentType, ContextType, RequireFields<QueryBacktestPolicyArgs, 'input'>>;
  apiTokens: Resolver<ReadonlyArray<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  viewer: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  ingestSignal: Resolver<ResolversTypes['IngestSignalPayload'], ParentType, ContextType, RequireFields<MutationIngestSignalArgs, 'input'>>;
  ingestSignals: Resolver<ResolversTypes['IngestSignalsPayload'], ParentType, ContextType, RequireFields<MutationIngestSignalsArgs, 'inputs'>>;
  acknowledgeIncident: Resolver<ResolversTypes['AcknowledgeIncidentPayload'], ParentType, ContextType, RequireFields<MutationAcknowledgeIncidentArgs, 'input'>>;
  unacknowledgeIncident: Resolver<ResolversTypes['UnacknowledgeIncidentPayload'], ParentType, ContextType, RequireFields<MutationUnacknowledgeIncidentArgs, 'input'>>;
  resolveIncident: Resolver<ResolversTypes['ResolveIncidentPayload'], ParentType, ContextType, RequireFields<MutationResolveIncidentArgs, 'input'>>;
  reopenIncident: Resolver<ResolversTypes['ReopenIncidentPayload'], ParentType, ContextType, RequireFields<MutationReopenIncidentArgs, 'input'>>;
  addNote: Resolver<ResolversTypes['AddNotePayload'], ParentType, ContextType, RequireFields<MutationAddNoteArgs, 'input'>>;
  createApiToken: Resolver<ResolversTypes['CreateApiTokenPayload'], ParentType, ContextType, RequireFields<MutationCreateApiTokenArgs, 'input'>>;
  revokeApiToken: Resolver<ResolversTypes['RevokeApiTokenPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiTokenArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  incidentChanged: SubscriptionResolver<ResolversTypes['IncidentChange'], "incidentChanged", ParentType, ContextType, Partial<SubscriptionIncidentChangedArgs>>;
  incidentFeed: SubscriptionResolver<ResolversTypes['IncidentFeedBatch'], "incidentFeed", ParentType, ContextType, Partial<SubscriptionIncidentFeedArgs>>;
  metricsChanged: SubscriptionResolver<ResolversTypes['Metrics'], "metricsChanged", ParentType, ContextType, RequireFields<SubscriptionMetricsChangedArgs, 'range'>>;
  systemStatusChanged: SubscriptionResolver<ResolversTypes['SystemStatus'], "systemStatusChanged", ParentType, ContextType>;
};

export type SignalResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Signal'] = ResolversParentTypes['Signal']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignalState'], ParentType, ContextType>;
  dedupKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reportedSeverity?: Resolver<Maybe<ResolversTypes['Severity']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricReading']>, ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['Label']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  historical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MetricReadingResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MetricReading'] = ResolversParentTypes['MetricReading']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  critical?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type LabelResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Label'] = ResolversParentTypes['Label']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IngestSignalPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IngestSignalPayload'] = ResolversParentTypes['IngestSignalPayload']> = {
  signal?: Resolver<Maybe<ResolversTypes['Signal']>, ParentType, ContextType>;
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['Decision']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['IngestOutcome'], ParentType, ContextType>;
  escalations?: Resolver<ReadonlyArray<ResolversTypes['Escalation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type IngestSignalsPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IngestSignalsPayload'] = ResolversParentTypes['IngestSignalsPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['IngestSignalPayload']>, ParentType, ContextType>;
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphQLContext> = {
  Viewer?: ViewerResolvers<ContextType>;
  ApiToken?: ApiTokenResolvers<ContextType>;
  CreateApiTokenPayload?: CreateApiTokenPayloadResolvers<ContextType>;
  RevokeApiTokenPayload?: RevokeApiTokenPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  IncidentConnection?: IncidentConnectionResolvers<ContextType>;
  IncidentEdge?: IncidentEdgeResolvers<ContextType>;
  AlertConnection?: AlertConnectionResolvers<ContextType>;
  AlertEdge?: AlertEdgeResolvers<ContextType>;
  TimelineConnection?: TimelineConnectionResolvers<ContextType>;
  TimelineEdge?: TimelineEdgeResolvers<ContextType>;
  PolicyConnection?: PolicyConnectionResolvers<ContextType>;
  PolicyEdge?: PolicyEdgeResolvers<ContextType>;
  Decision?: DecisionResolvers<ContextType>;
  Factor?: FactorResolvers<ContextType>;
  IncidentChange?: IncidentChangeResolvers<ContextType>;
  IncidentFeedBatch?: IncidentFeedBatchResolvers<ContextType>;
  SystemStatus?: SystemStatusResolvers<ContextType>;
  SeverityCount?: SeverityCountResolvers<ContextType>;
  Incident?: IncidentResolvers<ContextType>;
  Alert?: AlertResolvers<ContextType>;
  TimelineEvent?: TimelineEventResolvers<ContextType>;
  Escalation?: EscalationResolvers<ContextType>;
  AcknowledgeIncidentPayload?: AcknowledgeIncidentPayloadResolvers<ContextType>;
  UnacknowledgeIncidentPayload?: UnacknowledgeIncidentPayloadResolvers<ContextType>;
  ResolveIncidentPayload?: ResolveIncidentPayloadResolvers<ContextType>;
  ReopenIncidentPayload?: ReopenIncidentPayloadResolvers<ContextType>;
  AddNotePayload?: AddNotePayloadResolvers<ContextType>;
  Metrics?: MetricsResolvers<ContextType>;
  DurationStats?: DurationStatsResolvers<ContextType>;
  SeverityMetrics?: SeverityMetricsResolvers<ContextType>;
  ServiceMetrics?: ServiceMetricsResolvers<ContextType>;
  MetricsPoint?: MetricsPointResolvers<ContextType>;
  NoiseLedger?: NoiseLedgerResolvers<ContextType>;
  Policy?: PolicyResolvers<ContextType>;
  BacktestReport?: BacktestReportResolvers<ContextType>;
  BacktestSide?: BacktestSideResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Signal?: SignalResolvers<ContextType>;
  MetricReading?: MetricReadingResolvers<ContextType>;
  Label?: LabelResolvers<ContextType>;
  IngestSignalPayload?: IngestSignalPayloadResolvers<ContextType>;
  IngestSignalsPayload?: IngestSignalsPayloadResolvers<ContextType>;
};
