// Written by schema/codegen.ts from schema/*.graphql and the operations: run `npm run codegen`, do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Alert as AlertModel } from '../../../domain/alert.ts';
import type { AlertPage, IncidentPage, MaintenanceWindowPage, PolicyActivationPage, PolicyPage, ServicePage, SilencePage, SuppressedAlertPage, TimelinePage } from '../models.ts';
import type { BacktestReport as BacktestReportModel } from '../../../application/backtestReport.ts';
import type { Decision as DecisionModel, ShadowVerdict as ShadowVerdictModel } from '../../../domain/decision.ts';
import type { Duration as DurationModel, KeyedGroup as LabelMetricsModel, KeyedGroup as ResponderMetricsModel, KeyedGroup as ServiceMetricsModel, SeverityGroup as SeverityMetricsModel, KeyedGroup as SourceMetricsModel } from '../../../application/metrics/figureGroup.ts';
import type { Escalation as EscalationModel } from '../../../domain/escalation.ts';
import type { Incident as IncidentModel } from '../../../domain/incident.ts';
import type { MaintenanceWindow as MaintenanceWindowModel, Silence as SilenceModel, SuppressedAlert as SuppressedAlertModel, Suppressor as SuppressorModel } from '../../../domain/suppression.ts';
import type { Matcher as MatcherModel } from '../../../domain/matcher.ts';
import type { Metrics as MetricsModel } from '../../../application/metrics/metrics.ts';
import type { MetricsHour as MetricsHourModel } from '../../../application/metrics/readHours.ts';
import type { MetricsPoint as MetricsPointModel } from '../../../application/metrics/seriesOf.ts';
import type { Notification as NotificationModel } from '../../../domain/notification.ts';
import type { OpenNow as OpenNowModel } from '../../../application/metrics/openNow.ts';
import type { PolicyVersion as PolicyModel } from '../../../application/policies.ts';
import type { PolicyActivation as PolicyActivationModel } from '../../../application/policyAudit.ts';
import type { CatalogueService as CatalogueServiceModel } from '../../../domain/service.ts';
import type { ServiceLevel as ServiceLevelModel } from '../../../application/metrics/readServiceLevel.ts';
import type { StoredModel as SeverityModelModel } from '../../../persistence/learnedModels.ts';
import type { SeverityTraining as SeverityTrainingModel } from '../../../domain/training.ts';
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

/** A service of the catalogue: how much it matters, and what it stands on. */
export type Service = {
  /** Its name, the same as in `Signal.service`. */
  readonly name: Scalars['String']['output'];
  /** How much it matters, from 1 (what the business stands on) to 4 (what nobody misses for a day). */
  readonly tier: Scalars['Int']['output'];
  /** Who answers for it. */
  readonly owner: Maybe<Scalars['String']['output']>;
  /** What it is. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The services that it cannot work without, in the order of their names. */
  readonly dependsOn: ReadonlyArray<Scalars['String']['output']>;
};

/** A page of services. */
export type ServiceConnection = {
  /** The services with their cursors. */
  readonly edges: ReadonlyArray<ServiceEdge>;
  /** The services. */
  readonly nodes: ReadonlyArray<Service>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A service in a connection. */
export type ServiceEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The service. */
  readonly node: Service;
};

/** Two services that were learned to belong together: they fire at the same time. */
export type LearnedPair = {
  /** The one. */
  readonly service: Scalars['String']['output'];
  /** The other. */
  readonly other: Scalars['String']['output'];
  /** In how many ticks (the policy's `grouping.learned.tickSeconds`) both fired. Counts fade with time, hence a fraction. */
  readonly together: Scalars['Float']['output'];
  /** How often they fired together of how often they could have, both without what chance alone makes: 0 to 1. */
  readonly share: Scalars['Float']['output'];
};

/**
 * Services that were learned to hang together by pairs that fire at the same time: their alerts become one incident. It is learned, and counts,
 * while the policy has `grouping: { by: learned }`.
 */
export type LearnedGroup = {
  /** By name; each service belongs to one group. */
  readonly services: ReadonlyArray<Scalars['String']['output']>;
  /** What makes them a group, the closest first: 100 at most. */
  readonly pairs: ReadonlyArray<LearnedPair>;
};

/** A service as it shall be: what is not given is empty. */
export type UpsertServiceInput = {
  /** Its name, 1 to 100 characters, the same as in `Signal.service`. */
  readonly name: Scalars['String']['input'];
  /** How much it matters, from 1 to 4. */
  readonly tier: Scalars['Int']['input'];
  /** Who answers for it: at most 100 characters. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** What it is: at most 2,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The services of the catalogue that it cannot work without, at most 200. No circles. */
  readonly dependsOn?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The answer to adding or changing a service. */
export type UpsertServicePayload = {
  /** The service as it is now; null when it was refused. */
  readonly service: Maybe<Service>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A service to take out of the catalogue. */
export type RemoveServiceInput = {
  /** Its name. */
  readonly name: Scalars['String']['input'];
};

/** The answer to removing a service. */
export type RemoveServicePayload = {
  /** The service as it was; null when it was not removed. */
  readonly service: Maybe<Service>;
  /** Why it was not removed; empty when it was. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A catalogue to import, all of it or nothing. */
export type ImportCatalogueInput = {
  /**
   * YAML of at most 1,000,000 characters: a list `services` of objects with `name`, `tier` and, where there are any, `owner`, `description` and
   * `dependsOn` (a list of names). The catalogue holds at most 10,000 services.
   */
  readonly document: Scalars['String']['input'];
  /** Whether services that the document does not name are removed; else they stay as they are. */
  readonly replace?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The answer to importing a catalogue. */
export type ImportCataloguePayload = {
  /** How many services were added. */
  readonly added: Scalars['Int']['output'];
  /** How many were there before and are different now. */
  readonly changed: Scalars['Int']['output'];
  /** How many were removed. */
  readonly removed: Scalars['Int']['output'];
  /** Why nothing was imported; empty when it was. `field` leads to the entry, for example `["input", "document", "services", "3", "tier"]`. */
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
  | 'CONFLICT'
  /** It would change nothing: it is so already. */
  | 'UNCHANGED';

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

/** A page of activations of policies. */
export type PolicyActivationConnection = {
  /** The activations with their cursors. */
  readonly edges: ReadonlyArray<PolicyActivationEdge>;
  /** The activations. */
  readonly nodes: ReadonlyArray<PolicyActivation>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An activation in a connection. */
export type PolicyActivationEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The activation. */
  readonly node: PolicyActivation;
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
  /** What held the signal back; empty when nothing did. */
  readonly suppressedBy: ReadonlyArray<Suppressor>;
  /** What a learned model would have said; null unless the policy has `learned: shadow`, a model was trained and the signal has readings. */
  readonly shadow: Maybe<ShadowVerdict>;
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
  /** Whether the server plays its demo: most of what it shows is made up. */
  readonly demo: Scalars['Boolean']['output'];
  /** The database's clock. */
  readonly serverTime: Scalars['DateTime']['output'];
  /** The cursor of the last change: read the incidents, then subscribe after it. */
  readonly feedHead: Scalars['String']['output'];
  /** In what time incidents of each severity are to be acknowledged, by the service level of the policy in force; CRITICAL first. Severities that need no acknowledgement are missing. */
  readonly acknowledgeTargets: ReadonlyArray<AcknowledgeTarget>;
  /** The policy in force. */
  readonly policyVersion: Scalars['Int']['output'];
};

/** In what time incidents of a severity are to be acknowledged. */
export type AcknowledgeTarget = {
  /** The severity. */
  readonly severity: Severity;
  /** Minutes from the opening to the first acknowledgement. */
  readonly minutes: Scalars['Float']['output'];
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
  /** How its signals came within the last hour: now, also where the incident is asked for as of another moment. */
  readonly signalHistory: SignalHistory;
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
  /** When its acknowledgement lapses if nothing follows; null when it does not. */
  readonly acknowledgementLapsesAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when it neither escalates nor notifies; then it comes back as open. Null when it is not snoozed. */
  readonly snoozedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Whose it is: a name. Null when it is nobody's. */
  readonly assignee: Maybe<Scalars['String']['output']>;
  /** The severity that a person gave it, which wins until it is lifted. What the engines think stands in `decision`. */
  readonly overriddenSeverity: Maybe<Severity>;
  /** Who gave it that severity. */
  readonly overriddenBy: Maybe<Scalars['String']['output']>;
  /** Why. */
  readonly overrideReason: Maybe<Scalars['String']['output']>;
  /** The incident that it was merged into; null when it was not. Such a one is resolved, and not counted in the MTTR. */
  readonly mergedInto: Maybe<Incident>;
  /** The incidents that were merged into it, in the order of the merges. */
  readonly mergedIncidents: ReadonlyArray<Incident>;
  /** The systemic incident that it counts towards, and the last one when there were several; null when it does to none. */
  readonly parent: Maybe<Incident>;
  /** For a systemic incident: the incidents that it stands for, in the order in which they were opened, at most the first 500. None for any other. They keep their own lifecycle; it counts in the metrics as an incident of its own, and takes no signals. */
  readonly children: ReadonlyArray<Incident>;
  /** How many times it was reopened. */
  readonly reopenCount: Scalars['Int']['output'];
  /** Whether it was brought in from the past. */
  readonly historical: Scalars['Boolean']['output'];
  /** Escalations that fired, oldest first. */
  readonly escalations: ReadonlyArray<Escalation>;
  /** All that happened to it, oldest first. */
  readonly timeline: TimelineConnection;
  /** What was to be sent of it, newest first: at most the newest 100, decided within the last 92 days. */
  readonly notifications: ReadonlyArray<Notification>;
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


/** Alerts that the policy groups together, with one lifecycle. */
export type IncidentNotificationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** How an incident's signals came within the last hour. */
export type SignalHistory = {
  /** When the first slice of time begins. Slices begin at multiples of their length. */
  readonly from: Scalars['DateTime']['output'];
  /** How long a slice is. */
  readonly sliceSeconds: Scalars['Int']['output'];
  /** How many signals came in each of 20 slices, oldest first; the last slice has not ended yet. Signals that came before the feed's oldest change (7 days) count for none. */
  readonly counts: ReadonlyArray<Scalars['Int']['output']>;
  /** How many signals the incident had taken in all when these were counted. */
  readonly total: Scalars['Int']['output'];
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
  /** Whether it changes between firing and resolved so often that its incident stays open and nobody is told again each time. */
  readonly flapping: Scalars['Boolean']['output'];
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
  /** The token that it was done with; null for a rule. */
  readonly tokenId: Maybe<Scalars['ID']['output']>;
  /** The notification whose end it tells; null for all other events. */
  readonly notificationId: Maybe<Scalars['ID']['output']>;
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
  | 'NOTE_ADDED'
  /** It was snoozed: it neither escalates nor notifies for a time. */
  | 'SNOOZED'
  /** Its snooze ended, by its time or by hand. */
  | 'SNOOZE_ENDED'
  /** It was assigned to somebody, or to nobody. */
  | 'ASSIGNED'
  /** A person gave it a severity. */
  | 'SEVERITY_OVERRIDDEN'
  /** A person gave it back the engines' severity. */
  | 'SEVERITY_OVERRIDE_LIFTED'
  /** It was merged into another incident. */
  | 'MERGED'
  /** It was taken out of the incident that it had been merged into. */
  | 'UNMERGED'
  /** Another incident was merged into it. */
  | 'TOOK_IN'
  /** An incident that had been merged into it was taken out again. */
  | 'GAVE_BACK'
  /** One more incident counts towards this systemic one. */
  | 'CHILD_JOINED'
  /** It came to count towards a systemic incident. */
  | 'JOINED_PARENT';

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

/** The incident to snooze, and for how long: give either `until` or `minutes`. */
export type SnoozeIncidentInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** Until this moment: at most 30 days from now. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** For so many minutes: 1 to 43,200. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** A note for the timeline: at most 5,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to a snooze. */
export type SnoozeIncidentPayload = {
  /** The incident after it; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The incident whose snooze is to end. */
export type UnsnoozeIncidentInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** A note for the timeline: at most 5,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to ending a snooze. */
export type UnsnoozeIncidentPayload = {
  /** The incident after it; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The incident to assign. */
export type AssignIncidentInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** Whose it is to be: a name of 1 to 100 characters; null for nobody's. */
  readonly assignee?: InputMaybe<Scalars['String']['input']>;
  /** A note for the timeline: at most 5,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to an assignment. */
export type AssignIncidentPayload = {
  /** The incident after it; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The incident to give a severity. */
export type OverrideSeverityInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** The severity that is to win over the engines'; null lifts the one in force. */
  readonly severity?: InputMaybe<Severity>;
  /** Why, for the timeline: 1 to 5,000 characters. It may be left out when an override is lifted. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to an override. */
export type OverrideSeverityPayload = {
  /** The incident after it; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The incident to merge into another. */
export type MergeIncidentInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** The id or number of the incident that takes it in: neither resolved nor merged itself, nor a systemic one. */
  readonly into: Scalars['ID']['input'];
  /** Why they are one, for both timelines: at most 5,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to a merge. */
export type MergeIncidentPayload = {
  /** The merged incident after it; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** The incident that it was merged into, after it. */
  readonly into: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The merged incident to take out again. */
export type UnmergeIncidentInput = {
  /** The incident's id or number. */
  readonly id: Scalars['ID']['input'];
  /** Why, for both timelines: at most 5,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to taking a merged incident out again. */
export type UnmergeIncidentPayload = {
  /** The incident that was taken out; null when there is none with that id. */
  readonly incident: Maybe<Incident>;
  /** The incident that it had been merged into, after it. */
  readonly from: Maybe<Incident>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a model that was learned from corrected severities would have said. It decides nothing; see the policy's field `learned`. */
export type ShadowVerdict = {
  /** The most severe that it holds to be more probable than not. */
  readonly severity: Severity;
  /** How probable, 0 to 1, as if both answers were equally frequent. */
  readonly probability: Scalars['Float']['output'];
  /** What led there, heaviest first. The contributions add up to the log odds of the probability. */
  readonly factors: ReadonlyArray<Factor>;
  /** The version of the model. */
  readonly modelVersion: Scalars['Int']['output'];
};

/** A model that was learned from severities that people corrected. */
export type SeverityModel = {
  /** Its version, from 1. */
  readonly version: Scalars['Int']['output'];
  /** How many corrected incidents it was learned from. */
  readonly samples: Scalars['Int']['output'];
  /** How it and the rules do on corrections that it did not see; null when there were too few to hold some back. */
  readonly heldOut: Maybe<HeldOutFigures>;
  /** Who had it trained. */
  readonly trainedBy: Scalars['String']['output'];
  /** When. */
  readonly trainedAt: Scalars['DateTime']['output'];
};

/**
 * The question was whether an incident is HIGH or CRITICAL. The answers are those of the rules, and of a model that was trained on the earlier
 * corrections alone, to the later ones. Corrections are where the rules were wrong, so that the rules look worse here than they are.
 */
export type HeldOutFigures = {
  /** How many corrections the model was trained on. */
  readonly trainedOn: Scalars['Int']['output'];
  /** The rules' answers. */
  readonly rules: ClassificationFigures;
  /** The model's answers. */
  readonly model: ClassificationFigures;
};

/** How well a yes-or-no answer meets the truth. */
export type ClassificationFigures = {
  /** How many were asked about. */
  readonly n: Scalars['Int']['output'];
  /** How many of them are truly so. */
  readonly actual: Scalars['Int']['output'];
  /** How many were said to be. */
  readonly predicted: Scalars['Int']['output'];
  /** How many of those rightly. */
  readonly right: Scalars['Int']['output'];
  /** right / predicted; null when none was said to be. */
  readonly precision: Maybe<Scalars['Float']['output']>;
  /** right / actual; null when none is. */
  readonly recall: Maybe<Scalars['Float']['output']>;
  /** The harmonic mean of both; null when there is neither. */
  readonly f1: Maybe<Scalars['Float']['output']>;
};

/** What to learn from. */
export type TrainSeverityModelInput = {
  /** Signals received in this range are read again; at most 31 days. The severities that people gave their incidents are what is learned. */
  readonly range: TimeRangeInput;
};

/** How far a training is. */
export type TrainingState =
  /** It waits for its turn, or learns. */
  | 'RUNNING'
  /** There is a model. */
  | 'DONE'
  /** There is none: the message says why. It may be asked for again. */
  | 'FAILED';

/**
 * Somebody asked for a model to be learned from corrected severities. It is done beside everything else, by whichever server is free, and goes
 * on after a server has been stopped; one runs at a time.
 */
export type SeverityTraining = {
  /** Its UUID. */
  readonly id: Scalars['ID']['output'];
  /** How far it is. */
  readonly state: TrainingState;
  /** Signals received from this moment on are read. */
  readonly from: Scalars['DateTime']['output'];
  /** And those before this moment. */
  readonly to: Scalars['DateTime']['output'];
  /** Who asked for it. */
  readonly askedBy: Scalars['String']['output'];
  /** When. */
  readonly askedAt: Scalars['DateTime']['output'];
  /** When it was done, or failed; null while it runs. */
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  /** What became of it, for people; null while it runs. */
  readonly message: Maybe<Scalars['String']['output']>;
  /** The model that it made; null unless it is done. */
  readonly model: Maybe<SeverityModel>;
};

/** The answer to asking for a training. */
export type TrainSeverityModelPayload = {
  /** The training that was begun; the one that is in its way when one runs already; null when there is neither. Follow it with `severityTraining`. */
  readonly training: Maybe<SeverityTraining>;
  /**
   * The model that the training made: null, since it is made after the answer.
   * @deprecated It is made after the answer: ask for `training { model }` later.
   */
  readonly model: Maybe<SeverityModel>;
  /** Why none was begun; empty when one was. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * Response and noise figures of the incidents opened in a range. A systemic incident counts as one beside those that it stands for, an
 * incident that was merged into another counts as opened, and a historical one counts by the times that its signals gave it.
 *
 * Every figure is kept up to date in the transaction that changes an incident. Counts and means are exact; p50, p90, p95
 * and the longest are within 1 % of the exact ones.
 */
export type Metrics = {
  /** Start of the range, included. */
  readonly from: Scalars['DateTime']['output'];
  /** End of the range, excluded. */
  readonly to: Scalars['DateTime']['output'];
  /**
   * Time to acknowledge: the first explicit acknowledgement − opened. A reopening, a later acknowledgement and a change of severity leave it as
   * it is; an acknowledgement that was taken back by hand never was. PENDING while it may still come. NOT_APPLICABLE where it can no longer
   * come (resolved without an acknowledgement, by people or by itself, or merged into another) and where it means nothing (historical).
   * A resolved incident cannot be acknowledged, so an acknowledgement never comes after the resolve.
   */
  readonly mtta: DurationStats;
  /**
   * Time to resolve: the final resolve − opened, so the time of a reopened incident runs on until it is resolved for good; resolves by people
   * and automatic ones together. PENDING while it is not resolved, reopened ones among them. NOT_APPLICABLE where it was merged into another,
   * whose own end counts, and where people resolved a historical incident.
   */
  readonly mttr: DurationStats;
  /** Time to resolve of the incidents that people resolved last; those that resolved themselves are NOT_APPLICABLE. */
  readonly mttrByPeople: DurationStats;
  /** Time to resolve of the incidents that resolved themselves last: by the last alert's resolve, by quietness or by a rule; those that people resolved are NOT_APPLICABLE. */
  readonly mttrAutomatic: DurationStats;
  /** Time to the first resolve − opened. A reopening does not take it back, so it is RECORDED also while the incident is open again. */
  readonly mttrFirst: DurationStats;
  /**
   * Time to respond: whichever came first of the first acknowledgement, the first snooze by a person and the resolve, − opened. So an incident
   * that was resolved without an acknowledgement, or resolved itself, has one. PENDING while nothing of it happened; NOT_APPLICABLE as for `mttr`.
   */
  readonly timeToRespond: DurationStats;
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
  /** The incidents behind a count, newest first. */
  readonly incidents: IncidentConnection;
  /** The same figures by severity, CRITICAL first; severities without incidents are left out. `severityAttribution` says which severity an incident counts for whose severity changed on the way. */
  readonly bySeverity: ReadonlyArray<SeverityMetrics>;
  /** The same figures by service, most incidents first. */
  readonly byService: ReadonlyArray<ServiceMetrics>;
  /** The same figures by the source of the signal that opened the incident, most incidents first. A systemic incident's source is `vigil`. */
  readonly bySource: ReadonlyArray<SourceMetrics>;
  /** The same figures by responder: who acknowledged the incident, else who resolved it. Most incidents first. */
  readonly byResponder: ReadonlyArray<ResponderMetrics>;
  /** The same figures by the value of a label of the incident, most incidents first. */
  readonly byLabel: ReadonlyArray<LabelMetrics>;
  /** The same figures by time of opening, without gaps, oldest first; at most 2,000 points. */
  readonly series: ReadonlyArray<MetricsPoint>;
  /** Incidents opened and time to acknowledge by weekday and hour of opening, in the range's time zone: 168 hours, from Monday 0:00. */
  readonly hours: ReadonlyArray<MetricsHour>;
  /** One of these hours. */
  readonly hour: MetricsHour;
  /**
   * The same of the range before, which ends where this one begins. Where the range is whole calendar months, weeks or days of its time zone,
   * it is as many of them (March: February; a day with a change of the clock: the day before), else it is as long. Null when it would begin
   * before the year 1970.
   */
  readonly previous: Maybe<Metrics>;
  /** How the figures have changed since the range before; null where there is none. */
  readonly change: Maybe<MetricsChange>;
  /** The incidents that are open now, whenever they were opened: those that match the filter. */
  readonly openNow: OpenNow;
  /** How many were acknowledged in time, for each severity that the policy in force gives a time, CRITICAL first. */
  readonly serviceLevel: ReadonlyArray<ServiceLevel>;
  /** How much noise became how few incidents. */
  readonly noise: NoiseLedger;
  /** The alerts with the most signals on the days of UTC that the range touches, most signals first. Kept for 400 days. */
  readonly noisiestAlerts: ReadonlyArray<NoisyAlert>;
};


/**
 * Response and noise figures of the incidents opened in a range. A systemic incident counts as one beside those that it stands for, an
 * incident that was merged into another counts as opened, and a historical one counts by the times that its signals gave it.
 *
 * Every figure is kept up to date in the transaction that changes an incident. Counts and means are exact; p50, p90, p95
 * and the longest are within 1 % of the exact ones.
 */
export type MetricsIncidentsArgs = {
  counted?: InputMaybe<CountedIncidents>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Response and noise figures of the incidents opened in a range. A systemic incident counts as one beside those that it stands for, an
 * incident that was merged into another counts as opened, and a historical one counts by the times that its signals gave it.
 *
 * Every figure is kept up to date in the transaction that changes an incident. Counts and means are exact; p50, p90, p95
 * and the longest are within 1 % of the exact ones.
 */
export type MetricsByServiceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Response and noise figures of the incidents opened in a range. A systemic incident counts as one beside those that it stands for, an
 * incident that was merged into another counts as opened, and a historical one counts by the times that its signals gave it.
 *
 * Every figure is kept up to date in the transaction that changes an incident. Counts and means are exact; p50, p90, p95
 * and the longest are within 1 % of the exact ones.
 */
export type MetricsBySourceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Response and noise figures of the incidents opened in a range. A systemic incident counts as one beside those that it stands for, an
 * incident that was merged into another counts as opened, and a historical one counts by the times that its signals gave it.
 *
 * Every figure is kept up to date in the transaction that changes an incident. Counts and means are exact; p50, p90, p95
 * and the longest are within 1 % of the exact ones.
 */
export type MetricsByResponderArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Response and noise figures of the incidents opened in a range. A systemic incident counts as one beside those that it stands for, an
 * incident that was merged into another counts as opened, and a historical one counts by the times that its signals gave it.
 *
 * Every figure is kept up to date in the transaction that changes an incident. Counts and means are exact; p50, p90, p95
 * and the longest are within 1 % of the exact ones.
 */
export type MetricsByLabelArgs = {
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Response and noise figures of the incidents opened in a range. A systemic incident counts as one beside those that it stands for, an
 * incident that was merged into another counts as opened, and a historical one counts by the times that its signals gave it.
 *
 * Every figure is kept up to date in the transaction that changes an incident. Counts and means are exact; p50, p90, p95
 * and the longest are within 1 % of the exact ones.
 */
export type MetricsSeriesArgs = {
  bucket?: InputMaybe<TimeBucket>;
};


/**
 * Response and noise figures of the incidents opened in a range. A systemic incident counts as one beside those that it stands for, an
 * incident that was merged into another counts as opened, and a historical one counts by the times that its signals gave it.
 *
 * Every figure is kept up to date in the transaction that changes an incident. Counts and means are exact; p50, p90, p95
 * and the longest are within 1 % of the exact ones.
 */
export type MetricsHourArgs = {
  weekday: Scalars['Int']['input'];
  hour: Scalars['Int']['input'];
};


/**
 * Response and noise figures of the incidents opened in a range. A systemic incident counts as one beside those that it stands for, an
 * incident that was merged into another counts as opened, and a historical one counts by the times that its signals gave it.
 *
 * Every figure is kept up to date in the transaction that changes an incident. Counts and means are exact; p50, p90, p95
 * and the longest are within 1 % of the exact ones.
 */
export type MetricsNoisiestAlertsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which count of the incidents opened in a range. */
export type CountedIncidents =
  /** All of them. */
  | 'OPENED'
  /** Acknowledged at least once. */
  | 'ACKNOWLEDGED'
  /** Resolved now. */
  | 'RESOLVED'
  /** Reopened at least once. */
  | 'REOPENED'
  /** Escalated at least once. */
  | 'ESCALATED';

/** Whether an incident has a duration. */
export type MeasureStatus =
  /** It has: it is one of the n. */
  | 'RECORDED'
  /** It may still get one. */
  | 'PENDING'
  /** It can no longer get one, or one would mean nothing. */
  | 'NOT_APPLICABLE';

/** Statistics of a duration. The statistics are null when n is 0, never 0. */
export type DurationStats = {
  /** Mean, in seconds; exact. */
  readonly meanSeconds: Maybe<Scalars['Float']['output']>;
  /** Median, in seconds. */
  readonly p50Seconds: Maybe<Scalars['Float']['output']>;
  /** 90th percentile, in seconds. */
  readonly p90Seconds: Maybe<Scalars['Float']['output']>;
  /** 95th percentile, in seconds. */
  readonly p95Seconds: Maybe<Scalars['Float']['output']>;
  /** Largest, in seconds. */
  readonly maxSeconds: Maybe<Scalars['Float']['output']>;
  /** How many incidents it is made of: those that are RECORDED. */
  readonly n: Scalars['Int']['output'];
  /** How many were left out, because the moment that it needs is not known: pending + notApplicable. */
  readonly excluded: Scalars['Int']['output'];
  /** How many may still get one. */
  readonly pending: Scalars['Int']['output'];
  /** How many can no longer get one, or one would mean nothing. */
  readonly notApplicable: Scalars['Int']['output'];
  /** The incidents behind it, newest first; `totalCount` is n, or the count of the status that is asked for. */
  readonly incidents: IncidentConnection;
};


/** Statistics of a duration. The statistics are null when n is 0, never 0. */
export type DurationStatsIncidentsArgs = {
  status?: InputMaybe<MeasureStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** From signals to notifications, for what was received in the range. Of a filter, the services count here; severity, source, responder and labels do not. */
export type NoiseLedger = {
  /** Signals received. */
  readonly signals: Scalars['Int']['output'];
  /** Of these, those that a silence, a maintenance window or an inhibition held back. */
  readonly suppressed: Scalars['Int']['output'];
  /** Alerts that they made up. */
  readonly alerts: Scalars['Int']['output'];
  /** Incidents that they were grouped into. */
  readonly incidents: Scalars['Int']['output'];
  /** Notifications that were sent. */
  readonly notifications: Scalars['Int']['output'];
  /** Signals an alert; null without alerts. */
  readonly signalsPerAlert: Maybe<Scalars['Float']['output']>;
  /** Alerts an incident; null without incidents. */
  readonly alertsPerIncident: Maybe<Scalars['Float']['output']>;
  /** Notifications an incident; null without incidents. */
  readonly notificationsPerIncident: Maybe<Scalars['Float']['output']>;
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
  /** Any of these severities; `severityAttribution` says which one an incident has. */
  readonly severity?: InputMaybe<ReadonlyArray<Severity>>;
  /** Any of these services, at most 100. */
  readonly service?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Any of these sources of the signal that opened the incident, at most 100. */
  readonly source?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Any of these responders: who acknowledged it, else who resolved it; at most 100. */
  readonly responder?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** All of these labels of the incident, at most 20. */
  readonly label?: InputMaybe<ReadonlyArray<LabelInput>>;
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

/** Which severity an incident counts for whose severity changed on the way. */
export type SeverityAttribution =
  /** The one that it has, or had when it was resolved. */
  | 'AT_RESOLUTION'
  /** The highest that it ever had. */
  | 'HIGHEST';

/** Figures of one severity. */
export type SeverityMetrics = {
  /** The severity that the incidents have now, or had when they were resolved; the highest that they ever had where that is asked for. */
  readonly severity: Severity;
  /** Incidents opened. */
  readonly opened: Scalars['Int']['output'];
  /** Of these, acknowledged at least once. */
  readonly acknowledged: Scalars['Int']['output'];
  /** Of these, resolved now. */
  readonly resolved: Scalars['Int']['output'];
  /** Of these, reopened at least once. */
  readonly reopened: Scalars['Int']['output'];
  /** Of these, escalated at least once. */
  readonly escalated: Scalars['Int']['output'];
  /** Mean stress; null when there are no incidents. */
  readonly averageStress: Maybe<Scalars['Float']['output']>;
  /** Time to acknowledge. */
  readonly mtta: DurationStats;
  /** Time to resolve. */
  readonly mttr: DurationStats;
  /** Time to respond. */
  readonly timeToRespond: DurationStats;
  /** The incidents behind a count, newest first. */
  readonly incidents: IncidentConnection;
};


/** Figures of one severity. */
export type SeverityMetricsIncidentsArgs = {
  counted?: InputMaybe<CountedIncidents>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Figures of one service. */
export type ServiceMetrics = {
  /** The service. */
  readonly service: Scalars['String']['output'];
  /** The same by severity, CRITICAL first; severities without incidents are left out. */
  readonly bySeverity: ReadonlyArray<SeverityMetrics>;
  /** Incidents opened. */
  readonly opened: Scalars['Int']['output'];
  /** Of these, acknowledged at least once. */
  readonly acknowledged: Scalars['Int']['output'];
  /** Of these, resolved now. */
  readonly resolved: Scalars['Int']['output'];
  /** Of these, reopened at least once. */
  readonly reopened: Scalars['Int']['output'];
  /** Of these, escalated at least once. */
  readonly escalated: Scalars['Int']['output'];
  /** Mean stress; null when there are no incidents. */
  readonly averageStress: Maybe<Scalars['Float']['output']>;
  /** Time to acknowledge. */
  readonly mtta: DurationStats;
  /** Time to resolve. */
  readonly mttr: DurationStats;
  /** Time to respond. */
  readonly timeToRespond: DurationStats;
  /** The incidents behind a count, newest first. */
  readonly incidents: IncidentConnection;
};


/** Figures of one service. */
export type ServiceMetricsIncidentsArgs = {
  counted?: InputMaybe<CountedIncidents>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Figures of one source. */
export type SourceMetrics = {
  /** The source of the signal that opened the incidents; null where it is not known any more. */
  readonly source: Maybe<Scalars['String']['output']>;
  /** Incidents opened. */
  readonly opened: Scalars['Int']['output'];
  /** Of these, acknowledged at least once. */
  readonly acknowledged: Scalars['Int']['output'];
  /** Of these, resolved now. */
  readonly resolved: Scalars['Int']['output'];
  /** Of these, reopened at least once. */
  readonly reopened: Scalars['Int']['output'];
  /** Of these, escalated at least once. */
  readonly escalated: Scalars['Int']['output'];
  /** Mean stress; null when there are no incidents. */
  readonly averageStress: Maybe<Scalars['Float']['output']>;
  /** Time to acknowledge. */
  readonly mtta: DurationStats;
  /** Time to resolve. */
  readonly mttr: DurationStats;
  /** Time to respond. */
  readonly timeToRespond: DurationStats;
  /** The incidents behind a count, newest first. */
  readonly incidents: IncidentConnection;
};


/** Figures of one source. */
export type SourceMetricsIncidentsArgs = {
  counted?: InputMaybe<CountedIncidents>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Figures of one responder. */
export type ResponderMetrics = {
  /** Who acknowledged the incidents, else who resolved them; null where nobody did either. */
  readonly responder: Maybe<Scalars['String']['output']>;
  /** Incidents opened. */
  readonly opened: Scalars['Int']['output'];
  /** Of these, acknowledged at least once. */
  readonly acknowledged: Scalars['Int']['output'];
  /** Of these, resolved now. */
  readonly resolved: Scalars['Int']['output'];
  /** Of these, reopened at least once. */
  readonly reopened: Scalars['Int']['output'];
  /** Of these, escalated at least once. */
  readonly escalated: Scalars['Int']['output'];
  /** Mean stress; null when there are no incidents. */
  readonly averageStress: Maybe<Scalars['Float']['output']>;
  /** Time to acknowledge. */
  readonly mtta: DurationStats;
  /** Time to resolve. */
  readonly mttr: DurationStats;
  /** Time to respond. */
  readonly timeToRespond: DurationStats;
  /** The incidents behind a count, newest first. */
  readonly incidents: IncidentConnection;
};


/** Figures of one responder. */
export type ResponderMetricsIncidentsArgs = {
  counted?: InputMaybe<CountedIncidents>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Figures of the incidents with one value of a label. */
export type LabelMetrics = {
  /** The value; null where the incidents do not have the label. */
  readonly value: Maybe<Scalars['String']['output']>;
  /** Incidents opened. */
  readonly opened: Scalars['Int']['output'];
  /** Of these, acknowledged at least once. */
  readonly acknowledged: Scalars['Int']['output'];
  /** Of these, resolved now. */
  readonly resolved: Scalars['Int']['output'];
  /** Of these, reopened at least once. */
  readonly reopened: Scalars['Int']['output'];
  /** Of these, escalated at least once. */
  readonly escalated: Scalars['Int']['output'];
  /** Mean stress; null when there are no incidents. */
  readonly averageStress: Maybe<Scalars['Float']['output']>;
  /** Time to acknowledge. */
  readonly mtta: DurationStats;
  /** Time to resolve. */
  readonly mttr: DurationStats;
  /** Time to respond. */
  readonly timeToRespond: DurationStats;
  /** The incidents behind a count, newest first. */
  readonly incidents: IncidentConnection;
};


/** Figures of the incidents with one value of a label. */
export type LabelMetricsIncidentsArgs = {
  counted?: InputMaybe<CountedIncidents>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Figures of one stretch of time. */
export type MetricsPoint = {
  /** Its start, included, in the range's time zone. The first point starts where its bucket does, which may be before the range; only what is in the range counts. */
  readonly from: Scalars['DateTime']['output'];
  /** Its end, excluded. */
  readonly to: Scalars['DateTime']['output'];
  /** Incidents opened, by severity; severities without incidents are left out. */
  readonly bySeverity: ReadonlyArray<SeverityCount>;
  /** The same figures by service, most incidents first. */
  readonly byService: ReadonlyArray<ServiceMetrics>;
  /** Incidents opened. */
  readonly opened: Scalars['Int']['output'];
  /** Of these, acknowledged at least once. */
  readonly acknowledged: Scalars['Int']['output'];
  /** Of these, resolved now. */
  readonly resolved: Scalars['Int']['output'];
  /** Of these, reopened at least once. */
  readonly reopened: Scalars['Int']['output'];
  /** Of these, escalated at least once. */
  readonly escalated: Scalars['Int']['output'];
  /** Mean stress; null when there are no incidents. */
  readonly averageStress: Maybe<Scalars['Float']['output']>;
  /** Time to acknowledge. */
  readonly mtta: DurationStats;
  /** Time to resolve. */
  readonly mttr: DurationStats;
  /** Time to respond. */
  readonly timeToRespond: DurationStats;
  /** The incidents behind a count, newest first. */
  readonly incidents: IncidentConnection;
};


/** Figures of one stretch of time. */
export type MetricsPointByServiceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Figures of one stretch of time. */
export type MetricsPointIncidentsArgs = {
  counted?: InputMaybe<CountedIncidents>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Figures of one hour of the week. */
export type MetricsHour = {
  /** The weekday in the range's time zone: 1 is Monday, 7 is Sunday. */
  readonly weekday: Scalars['Int']['output'];
  /** The hour, 0 to 23. */
  readonly hour: Scalars['Int']['output'];
  /** Incidents opened. */
  readonly opened: Scalars['Int']['output'];
  /** Time to acknowledge. */
  readonly mtta: DurationStats;
  /** The incidents opened, newest first. */
  readonly incidents: IncidentConnection;
};


/** Figures of one hour of the week. */
export type MetricsHourIncidentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How figures have changed, as a share of what they were: 0.25 is a quarter more, −0.5 half as much. Null where the range before has nothing to compare with, or this one has no such figure. */
export type MetricsChange = {
  /** Of the incidents opened. */
  readonly opened: Maybe<Scalars['Float']['output']>;
  /** Of those acknowledged. */
  readonly acknowledged: Maybe<Scalars['Float']['output']>;
  /** Of those resolved. */
  readonly resolved: Maybe<Scalars['Float']['output']>;
  /** Of those reopened. */
  readonly reopened: Maybe<Scalars['Float']['output']>;
  /** Of those escalated. */
  readonly escalated: Maybe<Scalars['Float']['output']>;
  /** Of the mean time to acknowledge. */
  readonly mtta: Maybe<Scalars['Float']['output']>;
  /** Of the median time to acknowledge. */
  readonly mttaP50: Maybe<Scalars['Float']['output']>;
  /** Of the mean time to resolve. */
  readonly mttr: Maybe<Scalars['Float']['output']>;
  /** Of the median time to resolve. */
  readonly mttrP50: Maybe<Scalars['Float']['output']>;
  /** Of the mean time to respond. */
  readonly timeToRespond: Maybe<Scalars['Float']['output']>;
  /** Of the median time to respond. */
  readonly timeToRespondP50: Maybe<Scalars['Float']['output']>;
};

/** Incidents that are open now, acknowledged or not. */
export type OpenNow = {
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** Since when the oldest of them has been open, in seconds; null when there are none. */
  readonly oldestAgeSeconds: Maybe<Scalars['Float']['output']>;
  /** For how long they have been open on average, in seconds; null when there are none. */
  readonly meanAgeSeconds: Maybe<Scalars['Float']['output']>;
  /** The same by severity, CRITICAL first; severities without incidents are left out. */
  readonly bySeverity: ReadonlyArray<OpenSeverity>;
  /** These incidents, newest first. */
  readonly incidents: IncidentConnection;
};


/** Incidents that are open now, acknowledged or not. */
export type OpenNowIncidentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Incidents of one severity that are open now. */
export type OpenSeverity = {
  /** The severity that they have now, or the highest that they had where that is asked for. */
  readonly severity: Severity;
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** Since when the oldest of them has been open, in seconds. */
  readonly oldestAgeSeconds: Scalars['Float']['output'];
  /** For how long they have been open on average, in seconds. */
  readonly meanAgeSeconds: Scalars['Float']['output'];
};

/**
 * Whether incidents of a severity were acknowledged in the time that `serviceLevel` of the policy in force gives them. Those that were
 * resolved without an acknowledgement, merged or historical count neither way.
 */
export type ServiceLevel = {
  /** The severity. */
  readonly severity: Severity;
  /** The time to acknowledge in. */
  readonly targetMinutes: Scalars['Float']['output'];
  /** The share that is to be acknowledged in time, 0 to 1. */
  readonly objective: Scalars['Float']['output'];
  /** Acknowledged in time. Times within 1 % of the target may count either way. */
  readonly met: Scalars['Int']['output'];
  /** Acknowledged later, or not yet though the time is over. */
  readonly missed: Scalars['Int']['output'];
  /** Not acknowledged yet, and the time is not over. */
  readonly pending: Scalars['Int']['output'];
  /** met / (met + missed); null where nothing is decided. */
  readonly share: Maybe<Scalars['Float']['output']>;
  /** What is left of the error budget, which is the (1 − objective) that may be missed: 1 is all of it, 0 none, less than 0 is overdrawn. Null where nothing is decided. */
  readonly errorBudgetLeft: Maybe<Scalars['Float']['output']>;
  /** The incidents behind a count, newest first. */
  readonly incidents: IncidentConnection;
};


/**
 * Whether incidents of a severity were acknowledged in the time that `serviceLevel` of the policy in force gives them. Those that were
 * resolved without an acknowledgement, merged or historical count neither way.
 */
export type ServiceLevelIncidentsArgs = {
  result?: InputMaybe<ServiceLevelResult>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Whether an incident was acknowledged in the time that its severity gives it. */
export type ServiceLevelResult =
  /** It was. */
  | 'MET'
  /** It was later, or is not yet though the time is over. */
  | 'MISSED'
  /** It is not yet, and the time is not over. */
  | 'PENDING';

/** An alert, by its dedup key, with what it sent on the days of a range. */
export type NoisyAlert = {
  /** The dedup key. */
  readonly dedupKey: Scalars['String']['output'];
  /** The title of its last signal. */
  readonly title: Scalars['String']['output'];
  /** The service. */
  readonly service: Scalars['String']['output'];
  /** The source. */
  readonly source: Scalars['String']['output'];
  /** Signals, repetitions among them: at least the first, else whole sixteens, so up to 15 are missing of each occurrence. */
  readonly signals: Scalars['Int']['output'];
  /** How often it began anew. */
  readonly occurrences: Scalars['Int']['output'];
};

/** What was decided to be sent of an incident, to one target of the policy. */
export type Notification = {
  /** The notification's id: what receivers get as `webhook-id`, unless another message took it along. */
  readonly id: Scalars['ID']['output'];
  /** The target's name in the policy. */
  readonly target: Scalars['String']['output'];
  /** Whether somebody is told or something is run. */
  readonly kind: NotificationKind;
  /** What became of it. */
  readonly status: NotificationStatus;
  /** The severity that made it be sent. */
  readonly severity: Severity;
  /** Why it is sent, for example the escalation's reason. */
  readonly reason: Scalars['String']['output'];
  /** When it was decided. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was delivered, given up or withdrawn; null until then. */
  readonly settledAt: Maybe<Scalars['DateTime']['output']>;
  /** When the next attempt begins at the earliest; null unless one has failed and another one follows. */
  readonly nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** The attempts so far, oldest first, at most 9. One that ended together with its server is missing: its outcome is not known. */
  readonly attempts: ReadonlyArray<NotificationAttempt>;
};

/** Whether somebody is told or something is run. */
export type NotificationKind =
  /** Somebody is told. */
  | 'NOTIFICATION'
  /** Something is run with the incident's data. */
  | 'ACTION';

/** What became of a notification. */
export type NotificationStatus =
  /** It is under way: to be attempted, or to be attempted again. */
  | 'PENDING'
  /** It waits, since its target has got as many messages as its rate allows. */
  | 'HELD'
  /** It was delivered. */
  | 'DELIVERED'
  /** It could not be delivered and will not be tried again. */
  | 'FAILED'
  /** It waited, and was no longer needed: the incident was snoozed. */
  | 'WITHDRAWN';

/** One attempt to deliver a notification. */
export type NotificationAttempt = {
  /** Which one, from 1. */
  readonly number: Scalars['Int']['output'];
  /** When its outcome was known. */
  readonly at: Scalars['DateTime']['output'];
  /** Whether it was delivered. */
  readonly delivered: Scalars['Boolean']['output'];
  /** The channel and what it said, for example `webhook: answered 503`. Secrets and the target's address are left out. */
  readonly detail: Scalars['String']['output'];
};

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
  /** What its author wrote about it. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** Who put it in force last; null when it never was. */
  readonly activatedBy: Maybe<Scalars['String']['output']>;
  /** When it was put in force last. */
  readonly activatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it was put in force last. */
  readonly activationReason: Maybe<Scalars['String']['output']>;
};

/** A document to start from. What a draft leaves out comes from the preset of its profile. */
export type PolicyPreset = {
  /** Its name, for example `load-v2`. */
  readonly name: Scalars['String']['output'];
  /** The document as YAML. */
  readonly document: Scalars['String']['output'];
};

/** One difference between two documents. */
export type PolicyChange = {
  /** Where, for example `["severity", "cuts", "HIGH"]`; entries of a list by their place, from 0. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The value before, as JSON; null where there was none. */
  readonly before: Maybe<Scalars['String']['output']>;
  /** The value after, as JSON; null where there is none. */
  readonly after: Maybe<Scalars['String']['output']>;
};

/** What is different between two versions. The targets' secrets are shown to the role ADMIN only; that they differ is shown to everybody. */
export type PolicyDiff = {
  /** The version before. */
  readonly from: Scalars['Int']['output'];
  /** The version after. */
  readonly to: Scalars['Int']['output'];
  /** Every difference, in the order of the document. */
  readonly changes: ReadonlyArray<PolicyChange>;
  /** The same as a unified diff of the YAML; empty when nothing is different. */
  readonly text: Scalars['String']['output'];
};

/** A version that was put in force. Entries are never changed or removed. */
export type PolicyActivation = {
  /** The version. */
  readonly version: Scalars['Int']['output'];
  /** The version that was in force before; null for the first. */
  readonly previousVersion: Maybe<Scalars['Int']['output']>;
  /** Who put it in force. */
  readonly activatedBy: Scalars['String']['output'];
  /** When. */
  readonly activatedAt: Scalars['DateTime']['output'];
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** What it changed in the policy in force; empty for the first. */
  readonly changes: ReadonlyArray<PolicyChange>;
};

/** A document to keep as a new version. */
export type CreatePolicyDraftInput = {
  /** YAML of at most 100,000 characters. What it leaves out comes from the preset of its profile. */
  readonly document: Scalars['String']['input'];
  /** What it is for: at most 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** What became of a draft. */
export type CreatePolicyDraftPayload = {
  /** The new version, which is not in force; the active one when the document equals it; null when it was refused. */
  readonly policy: Maybe<Policy>;
  /** What it would change in the policy in force. */
  readonly changes: ReadonlyArray<PolicyChange>;
  /** Why it was refused: each names the path, the value and what was expected. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What the check of a document found. It is kept nowhere. */
export type PolicyCheck = {
  /** What it would change in the policy in force; empty when it is refused, or says the same. */
  readonly changes: ReadonlyArray<PolicyChange>;
  /** The same as a unified diff of the YAML; empty when nothing is different. The targets' secrets are shown to the role ADMIN only. */
  readonly text: Scalars['String']['output'];
  /** Why it would be refused: each names the path, the value and what was expected. `field` leads to it, for example `["document", "severity", "cuts", "HIGH"]`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which version to put in force. An older one rolls back. */
export type ActivatePolicyInput = {
  /** The version. */
  readonly version: Scalars['Int']['input'];
  /** Why: 1 to 500 characters. */
  readonly reason: Scalars['String']['input'];
};

/** What became of an activation. */
export type ActivatePolicyPayload = {
  /** The version, which is in force now; null when there is none with that number. */
  readonly policy: Maybe<Policy>;
  /** Why it was refused; the policy in force stays. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The draft to rehearse, and on what. */
export type BacktestPolicyInput = {
  /** The draft as YAML: at most 100,000 characters. */
  readonly document: Scalars['String']['input'];
  /** The signals received in this range; at most 31 days. The hour before it is rehearsed too, and not counted. */
  readonly range: TimeRangeInput;
};

/** What a draft policy would have made of the stored signals. */
export type BacktestReport = {
  /** How many signals of the range were replayed. */
  readonly signals: Scalars['Int']['output'];
  /** What the draft would have done; null when it does not validate. */
  readonly draft: Maybe<BacktestSide>;
  /** What the stored decisions did. */
  readonly actual: Maybe<BacktestSide>;
  /** Where the two differ; null when the draft does not validate. */
  readonly difference: Maybe<BacktestDifference>;
  /** What is wrong with the draft; empty when it is valid. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One side of a comparison. */
export type BacktestSide = {
  /** Incidents opened, systemic ones too. */
  readonly incidents: Scalars['Int']['output'];
  /** Signals by the severity that was decided. */
  readonly severity: ReadonlyArray<SeverityCount>;
  /** Incidents that took signals in the range, by the highest severity of those. */
  readonly incidentSeverity: ReadonlyArray<SeverityCount>;
  /** Signals that reached no incident. */
  readonly logged: Scalars['Int']['output'];
  /** Signals that joined an incident that was open. */
  readonly joined: Scalars['Int']['output'];
  /** Signals that reopened an incident. */
  readonly reopened: Scalars['Int']['output'];
  /** Signals that were suppressed. */
  readonly suppressed: Scalars['Int']['output'];
  /** Escalations that fired, of incidents that took signals in the range. */
  readonly escalations: Scalars['Int']['output'];
  /** Notifications that were due, of the same incidents. Historical signals send none. */
  readonly notifications: Scalars['Int']['output'];
  /** Signals an incident; null without incidents. */
  readonly signalsPerIncident: Maybe<Scalars['Float']['output']>;
  /** The share of signals that opened no incident, 0 to 1; null without signals. */
  readonly noiseRatio: Maybe<Scalars['Float']['output']>;
};

/**
 * Where a draft differs from what happened. A draft's incident stands for the real one that its first signal belongs to; what people did to
 * the real one is done to it too.
 */
export type BacktestDifference = {
  /** Signals whose severity is another. */
  readonly signals: Scalars['Int']['output'];
  /** How many went from which severity to which. */
  readonly severityShifts: ReadonlyArray<SeverityShift>;
  /** The first 100 of these signals. */
  readonly signalExamples: ReadonlyArray<SignalSeverityChange>;
  /** Incidents whose highest severity is another. */
  readonly incidents: Scalars['Int']['output'];
  /** The first 100 of these incidents. */
  readonly incidentExamples: ReadonlyArray<IncidentSeverityChange>;
  /** Incidents that the draft would have opened where there was none of their own. */
  readonly incidentsAdded: Scalars['Int']['output'];
  /** Incidents whose signals the draft would have put into another incident. */
  readonly incidentsMerged: Scalars['Int']['output'];
  /** The first 100 merged incidents. */
  readonly mergedExamples: ReadonlyArray<MergedIncident>;
  /** Incidents that the draft would not have opened. */
  readonly incidentsRemoved: Scalars['Int']['output'];
  /** The ids of the first 100 incidents that it would not have opened. */
  readonly removedExamples: ReadonlyArray<Scalars['ID']['output']>;
  /** Escalations that only the draft would have fired. */
  readonly escalationsAdded: Scalars['Int']['output'];
  /** Escalations that fired and would not have. */
  readonly escalationsRemoved: Scalars['Int']['output'];
  /** Notifications that only the draft would have sent. */
  readonly notificationsAdded: Scalars['Int']['output'];
  /** Notifications that the draft would not have sent. */
  readonly notificationsRemoved: Scalars['Int']['output'];
};

/** How many signals went from one severity to another. */
export type SeverityShift = {
  /** What was decided. */
  readonly before: Severity;
  /** What the draft decides. */
  readonly after: Severity;
  /** How many signals. */
  readonly count: Scalars['Int']['output'];
};

/** A signal whose severity is another under a draft. */
export type SignalSeverityChange = {
  /** The signal's id. */
  readonly id: Scalars['ID']['output'];
  /** Its service. */
  readonly service: Scalars['String']['output'];
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** When it was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** What was decided. */
  readonly before: Severity;
  /** What the draft decides. */
  readonly after: Severity;
};

/** An incident whose highest severity is another under a draft. */
export type IncidentSeverityChange = {
  /** The incident's id. */
  readonly id: Scalars['ID']['output'];
  /** Its number. */
  readonly number: Scalars['Int']['output'];
  /** Its service. */
  readonly service: Scalars['String']['output'];
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** The highest that was decided. */
  readonly before: Severity;
  /** The highest that the draft decides. */
  readonly after: Severity;
};

/** An incident that a draft would have made part of another. */
export type MergedIncident = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** The id of the incident that its signals would have joined; null when that is one that only the draft opens. */
  readonly into: Maybe<Scalars['ID']['output']>;
};

/** How far a backtest has come. */
export type BacktestProgress = {
  /** Signals replayed, those of the hour before the range included. */
  readonly done: Scalars['Int']['output'];
  /** Signals to replay; more may come while it runs. */
  readonly total: Scalars['Int']['output'];
  /** Signals replayed a second so far. */
  readonly ratePerSecond: Scalars['Int']['output'];
  /** The report; null until the backtest is done. */
  readonly report: Maybe<BacktestReport>;
};

/** Where things of a kind stand. */
export type Revision = {
  /** Things of which kind. */
  readonly kind: RevisionKind;
  /** Another text than before when one of them was made, changed or taken away. It has no other meaning. */
  readonly revision: Scalars['String']['output'];
};

/** Things that are followed by their revision; incidents and metrics have subscriptions of their own. */
export type RevisionKind =
  /** Silences, and how much they held back. */
  | 'SILENCES'
  /** Maintenance windows, whether they are open, and how much they held back. */
  | 'MAINTENANCE_WINDOWS'
  /** Alerts that are held back. */
  | 'SUPPRESSED_ALERTS'
  /** Versions of the policy, and which of them is in force. */
  | 'POLICIES'
  /** Services of the catalogue. */
  | 'SERVICES'
  /** Tokens in force. */
  | 'API_TOKENS'
  /** Models that were learned from corrected severities, and their trainings. */
  | 'SEVERITY_MODELS'
  /** Signals that were received. */
  | 'SIGNALS';

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
  /** What is different between two versions of the policy; null when one of them does not exist. */
  readonly policyDiff: Maybe<PolicyDiff>;
  /** The documents that policies start from. */
  readonly policyPresets: ReadonlyArray<PolicyPreset>;
  /**
   * The form of a policy's document as JSON Schema (2020-12), for editors: names, types, bounds and, as `default`, what the preset of
   * `load-v2` says. Nothing is required: what a document leaves out comes from the preset of its profile.
   */
  readonly policyJsonSchema: Scalars['String']['output'];
  /** Checks a document as `createPolicyDraft` does, and compares it with the policy in force. Writes nothing. */
  readonly checkPolicy: PolicyCheck;
  /** Which versions were put in force when, by whom and why, newest first. */
  readonly policyActivations: PolicyActivationConnection;
  /** Replays the stored signals of a range through the engines under a draft policy. Writes nothing and sends nothing. */
  readonly backtestPolicy: BacktestReport;
  /** The service catalogue in the order of the names. */
  readonly services: ServiceConnection;
  /** What was learned to belong together, the largest groups first: 100 at most. */
  readonly learnedGroups: ReadonlyArray<LearnedGroup>;
  /** The model that was learned last from corrected severities; null while there is none. */
  readonly severityModel: Maybe<SeverityModel>;
  /** A training of such a model: the one that was asked for last when no id is given; null when there is none. */
  readonly severityTraining: Maybe<SeverityTraining>;
  /** Silences, newest first. */
  readonly silences: SilenceConnection;
  /** Maintenance windows that are not deleted, newest first. */
  readonly maintenanceWindows: MaintenanceWindowConnection;
  /** When a maintenance window with this schedule would open. Writes nothing. */
  readonly maintenancePreview: MaintenancePreview;
  /** What a silence with these matchers would hold back, of what fires now. Writes nothing. */
  readonly matcherPreview: MatcherPreview;
  /** Alerts that are held back and belong to no incident, last heard of first. */
  readonly suppressedAlerts: SuppressedAlertConnection;
  /** The formats that monitoring tools may post as they are, to `POST /bridges/<name>`. */
  readonly bridges: ReadonlyArray<Bridge>;
  /** Where the last 5,000 signals came from, heard last first. A source that was silent for longer is not in it. */
  readonly signalSources: ReadonlyArray<SignalSource>;
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
  severityAttribution?: InputMaybe<SeverityAttribution>;
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
export type QueryPolicyDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryCheckPolicyArgs = {
  document: Scalars['String']['input'];
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryPolicyActivationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryBacktestPolicyArgs = {
  input: BacktestPolicyInput;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryServicesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QuerySeverityTrainingArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QuerySilencesArgs = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  state?: InputMaybe<SilenceState>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryMaintenanceWindowsArgs = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryMaintenancePreviewArgs = {
  schedule: MaintenanceScheduleInput;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QueryMatcherPreviewArgs = {
  matchers: ReadonlyArray<MatcherInput>;
};


/** Everything that can be read. Needs the role VIEWER unless a field says otherwise. */
export type QuerySuppressedAlertsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
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
  /** Checks a document and keeps it as a new version of the policy, which is not in force. Needs the role ADMIN. */
  readonly createPolicyDraft: CreatePolicyDraftPayload;
  /**
   * Puts a version of the policy in force, on every server of this database at once: signals that arrive after the answer are decided by it.
   * Needs the role ADMIN.
   */
  readonly activatePolicy: ActivatePolicyPayload;
  /** Adds a service to the catalogue, or changes it. Signals that arrive after the answer are decided by it. Needs the role ADMIN. */
  readonly upsertService: UpsertServicePayload;
  /** Takes a service out of the catalogue; refused while others depend on it. Needs the role ADMIN. */
  readonly removeService: RemoveServicePayload;
  /** Takes in a file of services, all of it or nothing. Needs the role ADMIN. */
  readonly importCatalogue: ImportCataloguePayload;
  /**
   * Begins to learn from the severities that people corrected, and answers at once: `severityTraining` tells when there is a model. What that says
   * is shown beside the decisions of signals that arrive from then on, where the policy has `learned: shadow`. One training runs at a time.
   * Needs the role ADMIN.
   */
  readonly trainSeverityModel: TrainSeverityModelPayload;
  /** Silences an incident's escalation and notifications until a moment; then it comes back as open. Needs the role RESPONDER. */
  readonly snoozeIncident: SnoozeIncidentPayload;
  /** Ends a snooze before its time; the status stays, and escalation waits anew. Needs the role RESPONDER. */
  readonly unsnoozeIncident: UnsnoozeIncidentPayload;
  /** Says whose an incident is, by name; that alone acknowledges nothing. Needs the role RESPONDER. */
  readonly assignIncident: AssignIncidentPayload;
  /** Gives an incident a severity that wins over the engines' until it is lifted. Needs the role RESPONDER. */
  readonly overrideSeverity: OverrideSeverityPayload;
  /** Makes an incident part of another: it is resolved, and its alerts and later signals are the other one's. Needs the role RESPONDER. */
  readonly mergeIncident: MergeIncidentPayload;
  /** Takes a merged incident out again, with the alerts that it brought. Needs the role RESPONDER. */
  readonly unmergeIncident: UnmergeIncidentPayload;
  /** Makes a silence. Signals that arrive after the answer are held back, on every server of this database. Needs the role RESPONDER. */
  readonly createSilence: CreateSilencePayload;
  /** Ends a silence now; one that is to come never begins. Needs the role RESPONDER. */
  readonly expireSilence: ExpireSilencePayload;
  /** Makes a maintenance window, once or recurring. Needs the role RESPONDER. */
  readonly createMaintenanceWindow: CreateMaintenanceWindowPayload;
  /** Deletes a maintenance window: it closes now and never opens again. Needs the role RESPONDER. */
  readonly deleteMaintenanceWindow: DeleteMaintenanceWindowPayload;
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
export type MutationCreatePolicyDraftArgs = {
  input: CreatePolicyDraftInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationActivatePolicyArgs = {
  input: ActivatePolicyInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationUpsertServiceArgs = {
  input: UpsertServiceInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationRemoveServiceArgs = {
  input: RemoveServiceInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationImportCatalogueArgs = {
  input: ImportCatalogueInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationTrainSeverityModelArgs = {
  input: TrainSeverityModelInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationSnoozeIncidentArgs = {
  input: SnoozeIncidentInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationUnsnoozeIncidentArgs = {
  input: UnsnoozeIncidentInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationAssignIncidentArgs = {
  input: AssignIncidentInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationOverrideSeverityArgs = {
  input: OverrideSeverityInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationMergeIncidentArgs = {
  input: MergeIncidentInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationUnmergeIncidentArgs = {
  input: UnmergeIncidentInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationCreateSilenceArgs = {
  input: CreateSilenceInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationExpireSilenceArgs = {
  input: ExpireSilenceInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationCreateMaintenanceWindowArgs = {
  input: CreateMaintenanceWindowInput;
};


/** Everything that changes something. Each answers after its commit. */
export type MutationDeleteMaintenanceWindowArgs = {
  input: DeleteMaintenanceWindowInput;
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
  /**
   * Runs a backtest as `backtestPolicy` does and says how far it is, about twice a second; the last message has the report.
   * Ending the subscription ends the backtest.
   */
  readonly backtestProgress: BacktestProgress;
  /** The state of the whole system, again whenever it changed, at most once a second. */
  readonly systemStatusChanged: SystemStatus;
  /**
   * Where things of a kind stand, at once and again whenever one of them changed, on any server: read what is shown of them again when the
   * revision is another one than before. What changes by time alone (a silence begins or ends) is told within 2 seconds.
   */
  readonly revisionChanged: Revision;
};


/** Everything that is pushed, over graphql-transport-ws. Needs the role VIEWER. */
export type SubscriptionIncidentChangedArgs = {
  filter?: InputMaybe<IncidentFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
  maxRate?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that is pushed, over graphql-transport-ws. Needs the role VIEWER. */
export type SubscriptionIncidentFeedArgs = {
  filter?: InputMaybe<IncidentFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
  maxRate?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that is pushed, over graphql-transport-ws. Needs the role VIEWER. */
export type SubscriptionMetricsChangedArgs = {
  range: TimeRangeInput;
  filter?: InputMaybe<MetricsFilter>;
  severityAttribution?: InputMaybe<SeverityAttribution>;
};


/** Everything that is pushed, over graphql-transport-ws. Needs the role VIEWER. */
export type SubscriptionBacktestProgressArgs = {
  input: BacktestPolicyInput;
};


/** Everything that is pushed, over graphql-transport-ws. Needs the role VIEWER. */
export type SubscriptionRevisionChangedArgs = {
  kind: RevisionKind;
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

/** A format of a monitoring tool that is taken as the tool posts it. */
export type Bridge = {
  /** Its name, for example `grafana`. */
  readonly name: Scalars['String']['output'];
  /** The tool's name for people. */
  readonly title: Scalars['String']['output'];
  /** Where it is posted to on this server, for example `/bridges/grafana`. */
  readonly path: Scalars['String']['output'];
  /** How the tool is set up, as text. `{{url}}` stands for the address, `{{urlWithToken}}` for one that carries the token, `{{token}}` for the token. */
  readonly setup: Scalars['String']['output'];
  /** A body as the tool sends it, as JSON, to try it with. */
  readonly sample: Scalars['String']['output'];
};

/** A source that signals came from. */
export type SignalSource = {
  /** Its name, as in `Signal.source`. */
  readonly source: Scalars['String']['output'];
  /** When its last signal was received. */
  readonly lastReceivedAt: Scalars['DateTime']['output'];
  /** How many of the last 5,000 signals are its own. */
  readonly signals: Scalars['Int']['output'];
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
  /** It was kept and counted, and a silence, a maintenance window or an inhibition held it back: it opened nothing and nobody was told. */
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

/** Compares a label of a signal with a value, as Alertmanager's matchers do. */
export type Matcher = {
  /** The label's name. `source`, `service`, `title` and `severity` are always there, unless a label of that name says otherwise. */
  readonly name: Scalars['String']['output'];
  /** How it compares. */
  readonly operator: MatcherOperator;
  /** What it is compared with. */
  readonly value: Scalars['String']['output'];
  /** All of it as Alertmanager writes it, for example `severity=~"critical|page"`. */
  readonly text: Scalars['String']['output'];
};

/** How a matcher compares. A label that is missing is the empty text. */
export type MatcherOperator =
  /** `=`: the label is the value. */
  | 'EQUAL'
  /** `!=`: the label is not the value. */
  | 'NOT_EQUAL'
  /** `=~`: the whole label matches the regular expression (RE2's syntax). */
  | 'MATCHES'
  /** `!~`: the whole label does not match the regular expression. */
  | 'NOT_MATCHES';

/** Compares a label of a signal with a value. */
export type MatcherInput = {
  /** The label's name, or `source`, `service`, `title` or `severity` (as the engines decided it): 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** How it compares. */
  readonly operator?: MatcherOperator;
  /** The value, or a regular expression in RE2's syntax that must match the whole label: at most 500 characters. */
  readonly value: Scalars['String']['input'];
};

/** An alert that fires and that some matchers match. */
export type MatchedAlert = {
  /** The key that its signals share. */
  readonly dedupKey: Scalars['String']['output'];
  /** The source of its last signal. */
  readonly source: Scalars['String']['output'];
  /** The service of its last signal. */
  readonly service: Scalars['String']['output'];
  /** The title of its last signal. */
  readonly title: Scalars['String']['output'];
  /** Of its incident, or what the engines decided about its last signal when it belongs to none. */
  readonly severity: Severity;
  /** The labels of its last signal. */
  readonly labels: ReadonlyArray<Label>;
  /** The id of the incident that it belongs to; null when it is held back and belongs to none. */
  readonly incidentId: Maybe<Scalars['ID']['output']>;
};

/** What some matchers match now. */
export type MatcherPreview = {
  /** How many alerts fire and match, in unresolved incidents or held back. Historical ones do not count. */
  readonly count: Scalars['Int']['output'];
  /** The 20 most severe of them. */
  readonly alerts: ReadonlyArray<MatchedAlert>;
  /** What is wrong with the matchers; empty when nothing is. `field` leads to the matcher, for example `["matchers", "0", "value"]`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Holds back the firing signals that all of its matchers match: they are kept and counted, open no incident and notify nobody. */
export type Silence = {
  /** The silence's id (UUID). */
  readonly id: Scalars['ID']['output'];
  /** All of them must match. */
  readonly matchers: ReadonlyArray<Matcher>;
  /** In force from here, included. */
  readonly from: Scalars['DateTime']['output'];
  /** In force until here, excluded; brought forward when it is expired. */
  readonly until: Scalars['DateTime']['output'];
  /** Whether it is to come, in force or over, by the server's time. */
  readonly state: SilenceState;
  /** Who made it: a token's name. */
  readonly author: Scalars['String']['output'];
  /** Why. */
  readonly comment: Scalars['String']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who ended it before its time; null when nobody did. */
  readonly expiredBy: Maybe<Scalars['String']['output']>;
  /** How many signals it held back; a signal that several hold back counts for each. */
  readonly suppressedCount: Scalars['Int']['output'];
};

/** Where a silence stands. */
export type SilenceState =
  /** It is to come. */
  | 'PENDING'
  /** It is in force. */
  | 'ACTIVE'
  /** It is over. */
  | 'EXPIRED';

/** A page of silences. */
export type SilenceConnection = {
  /** The silences with their cursors. */
  readonly edges: ReadonlyArray<SilenceEdge>;
  /** The silences. */
  readonly nodes: ReadonlyArray<Silence>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many match in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A silence in a connection. */
export type SilenceEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The silence. */
  readonly node: Silence;
};

/** A silence to make. */
export type CreateSilenceInput = {
  /** 1 to 20, of which at least one does not match the empty text: else it would hold everything back. */
  readonly matchers: ReadonlyArray<MatcherInput>;
  /** When it begins; now when it is not given or past. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it ends: after `from` and after now, at most 366 days after `from`. */
  readonly until: Scalars['DateTime']['input'];
  /** Why: 1 to 1,000 characters. */
  readonly comment: Scalars['String']['input'];
};

/** The answer to making a silence. */
export type CreateSilencePayload = {
  /** The silence; null when it was refused. */
  readonly silence: Maybe<Silence>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A silence to end now. */
export type ExpireSilenceInput = {
  /** The silence's id. */
  readonly id: Scalars['ID']['input'];
};

/** The answer to ending a silence. */
export type ExpireSilencePayload = {
  /** The silence, which is over; null when there is none with that id. */
  readonly silence: Maybe<Silence>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Holds back signals as a silence does, while it is open: once, or again and again by a rule. */
export type MaintenanceWindow = {
  /** The window's id (UUID). */
  readonly id: Scalars['ID']['output'];
  /** What is being done. */
  readonly name: Scalars['String']['output'];
  /** All of them must match. */
  readonly matchers: ReadonlyArray<Matcher>;
  /** When it opens for the first time, or where its rule begins to count. */
  readonly from: Scalars['DateTime']['output'];
  /** When an opening that begins at `from` ends; the others last as long. */
  readonly until: Scalars['DateTime']['output'];
  /** The recurrence rule of RFC 5545, for example `FREQ=WEEKLY;BYDAY=SU`; null when it opens once. */
  readonly rule: Maybe<Scalars['String']['output']>;
  /** The IANA time zone in which the rule counts: it opens at the same time by the wall clock, whatever daylight saving time does. */
  readonly timeZone: Scalars['String']['output'];
  /** When it closes for the last time; null when its rule never ends. */
  readonly lastUntil: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is open, by the server's time. */
  readonly open: Scalars['Boolean']['output'];
  /** The openings that have not ended, in their order. */
  readonly occurrences: ReadonlyArray<MaintenanceOccurrence>;
  /** Who made it: a token's name. */
  readonly author: Scalars['String']['output'];
  /** More about it. */
  readonly comment: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** How many signals it held back. */
  readonly suppressedCount: Scalars['Int']['output'];
};


/** Holds back signals as a silence does, while it is open: once, or again and again by a rule. */
export type MaintenanceWindowOccurrencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One opening of a maintenance window. */
export type MaintenanceOccurrence = {
  /** When it begins, included. */
  readonly from: Scalars['DateTime']['output'];
  /** When it ends, excluded. */
  readonly until: Scalars['DateTime']['output'];
};

/** A page of maintenance windows. */
export type MaintenanceWindowConnection = {
  /** The windows with their cursors. */
  readonly edges: ReadonlyArray<MaintenanceWindowEdge>;
  /** The windows. */
  readonly nodes: ReadonlyArray<MaintenanceWindow>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many match in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A maintenance window in a connection. */
export type MaintenanceWindowEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The window. */
  readonly node: MaintenanceWindow;
};

/** When a maintenance window opens. */
export type MaintenanceScheduleInput = {
  /** When it opens for the first time, or where its rule begins to count. */
  readonly from: Scalars['DateTime']['input'];
  /** When an opening that begins at `from` ends: after `from`, at most 31 days. The others last as long. */
  readonly until: Scalars['DateTime']['input'];
  /**
   * A recurrence rule of RFC 5545 without `DTSTART`, for example `FREQ=WEEKLY;BYDAY=SU`: at most 500 characters, hourly at most, COUNT up to 500,
   * UNTIL in UTC. An opening at a time that the change to daylight saving time leaves out is left out.
   */
  readonly rule?: InputMaybe<Scalars['String']['input']>;
  /** The IANA time zone in which the rule counts, for example `Europe/Berlin`. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** A maintenance window to make. */
export type CreateMaintenanceWindowInput = {
  /** What is being done: 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** 1 to 20, of which at least one does not match the empty text. */
  readonly matchers: ReadonlyArray<MatcherInput>;
  /** When it opens. */
  readonly schedule: MaintenanceScheduleInput;
  /** More about it: at most 1,000 characters. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to making a maintenance window. */
export type CreateMaintenanceWindowPayload = {
  /** The window; null when it was refused. */
  readonly maintenanceWindow: Maybe<MaintenanceWindow>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A maintenance window to delete. */
export type DeleteMaintenanceWindowInput = {
  /** The window's id. */
  readonly id: Scalars['ID']['input'];
};

/** The answer to deleting a maintenance window. */
export type DeleteMaintenanceWindowPayload = {
  /** The window as it was, which is open no more; null when there is none with that id. */
  readonly maintenanceWindow: Maybe<MaintenanceWindow>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** When a maintenance window with a schedule would open. */
export type MaintenancePreview = {
  /** The openings that have not ended, in their order. */
  readonly occurrences: ReadonlyArray<MaintenanceOccurrence>;
  /** What is wrong with the schedule; empty when nothing is. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What held a signal back. */
export type Suppressor = {
  /** What it is. */
  readonly kind: SuppressorKind;
  /** The id of the silence or the maintenance window; the name of the policy's rule for an inhibition. */
  readonly id: Scalars['ID']['output'];
  /** It in one sentence. */
  readonly reason: Scalars['String']['output'];
};

/** What may hold a signal back. */
export type SuppressorKind =
  /** A silence. */
  | 'SILENCE'
  /** A maintenance window that is open. */
  | 'MAINTENANCE'
  /** A rule of the policy: another alert fires that explains it. */
  | 'INHIBITION';

/** An alert whose signals are held back and that belongs to no incident. It is here until it ends, opens an incident or is heard no more. */
export type SuppressedAlert = {
  /** The key that its signals share. */
  readonly dedupKey: Scalars['String']['output'];
  /** Whether it was brought in from the past. */
  readonly historical: Scalars['Boolean']['output'];
  /** The source of its last signal. */
  readonly source: Scalars['String']['output'];
  /** The service of its last signal. */
  readonly service: Scalars['String']['output'];
  /** The title of its last signal. */
  readonly title: Scalars['String']['output'];
  /** Where to read more, from its last signal. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** What the engines decided about its last signal. */
  readonly severity: Severity;
  /** The labels of its last signal. */
  readonly labels: ReadonlyArray<Label>;
  /** How many signals were held back. */
  readonly signalCount: Scalars['Int']['output'];
  /** When the first of them came. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /** When the last of them came. */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** What held the last of them back. */
  readonly suppressedBy: ReadonlyArray<Suppressor>;
};

/** A page of suppressed alerts. */
export type SuppressedAlertConnection = {
  /** The alerts with their cursors. */
  readonly edges: ReadonlyArray<SuppressedAlertEdge>;
  /** The alerts. */
  readonly nodes: ReadonlyArray<SuppressedAlert>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A suppressed alert in a connection. */
export type SuppressedAlertEdge = {
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The alert. */
  readonly node: SuppressedAlert;
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
  Service: ResolverTypeWrapper<CatalogueServiceModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ServiceConnection: ResolverTypeWrapper<ServicePage>;
  ServiceEdge: ResolverTypeWrapper<Omit<ServiceEdge, 'node'> & { node: ResolversTypes['Service'] }>;
  LearnedPair: ResolverTypeWrapper<LearnedPair>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  LearnedGroup: ResolverTypeWrapper<LearnedGroup>;
  UpsertServiceInput: UpsertServiceInput;
  UpsertServicePayload: ResolverTypeWrapper<Omit<UpsertServicePayload, 'service'> & { service?: Maybe<ResolversTypes['Service']> }>;
  RemoveServiceInput: RemoveServiceInput;
  RemoveServicePayload: ResolverTypeWrapper<Omit<RemoveServicePayload, 'service'> & { service?: Maybe<ResolversTypes['Service']> }>;
  ImportCatalogueInput: ImportCatalogueInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ImportCataloguePayload: ResolverTypeWrapper<ImportCataloguePayload>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  IncidentConnection: ResolverTypeWrapper<IncidentPage>;
  IncidentEdge: ResolverTypeWrapper<Omit<IncidentEdge, 'node'> & { node: ResolversTypes['Incident'] }>;
  AlertConnection: ResolverTypeWrapper<AlertPage>;
  AlertEdge: ResolverTypeWrapper<Omit<AlertEdge, 'node'> & { node: ResolversTypes['Alert'] }>;
  TimelineConnection: ResolverTypeWrapper<TimelinePage>;
  TimelineEdge: ResolverTypeWrapper<Omit<TimelineEdge, 'node'> & { node: ResolversTypes['TimelineEvent'] }>;
  PolicyConnection: ResolverTypeWrapper<PolicyPage>;
  PolicyEdge: ResolverTypeWrapper<Omit<PolicyEdge, 'node'> & { node: ResolversTypes['Policy'] }>;
  PolicyActivationConnection: ResolverTypeWrapper<PolicyActivationPage>;
  PolicyActivationEdge: ResolverTypeWrapper<Omit<PolicyActivationEdge, 'node'> & { node: ResolversTypes['PolicyActivation'] }>;
  Decision: ResolverTypeWrapper<DecisionModel>;
  Factor: ResolverTypeWrapper<Factor>;
  IncidentChange: ResolverTypeWrapper<Omit<IncidentChange, 'incident'> & { incident: ResolversTypes['Incident'] }>;
  ChangeKind: ChangeKind;
  IncidentFeedBatch: ResolverTypeWrapper<Omit<IncidentFeedBatch, 'changes'> & { changes: ReadonlyArray<ResolversTypes['IncidentChange']> }>;
  SystemStatus: ResolverTypeWrapper<SystemStatusModel>;
  AcknowledgeTarget: ResolverTypeWrapper<AcknowledgeTarget>;
  SeverityCount: ResolverTypeWrapper<SeverityCount>;
  Incident: ResolverTypeWrapper<IncidentModel>;
  SignalHistory: ResolverTypeWrapper<SignalHistory>;
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
  SnoozeIncidentInput: SnoozeIncidentInput;
  SnoozeIncidentPayload: ResolverTypeWrapper<Omit<SnoozeIncidentPayload, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  UnsnoozeIncidentInput: UnsnoozeIncidentInput;
  UnsnoozeIncidentPayload: ResolverTypeWrapper<Omit<UnsnoozeIncidentPayload, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  AssignIncidentInput: AssignIncidentInput;
  AssignIncidentPayload: ResolverTypeWrapper<Omit<AssignIncidentPayload, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  OverrideSeverityInput: OverrideSeverityInput;
  OverrideSeverityPayload: ResolverTypeWrapper<Omit<OverrideSeverityPayload, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  MergeIncidentInput: MergeIncidentInput;
  MergeIncidentPayload: ResolverTypeWrapper<Omit<MergeIncidentPayload, 'incident' | 'into'> & { incident?: Maybe<ResolversTypes['Incident']>, into?: Maybe<ResolversTypes['Incident']> }>;
  UnmergeIncidentInput: UnmergeIncidentInput;
  UnmergeIncidentPayload: ResolverTypeWrapper<Omit<UnmergeIncidentPayload, 'incident' | 'from'> & { incident?: Maybe<ResolversTypes['Incident']>, from?: Maybe<ResolversTypes['Incident']> }>;
  ShadowVerdict: ResolverTypeWrapper<ShadowVerdictModel>;
  SeverityModel: ResolverTypeWrapper<SeverityModelModel>;
  HeldOutFigures: ResolverTypeWrapper<HeldOutFigures>;
  ClassificationFigures: ResolverTypeWrapper<ClassificationFigures>;
  TrainSeverityModelInput: TrainSeverityModelInput;
  TrainingState: TrainingState;
  SeverityTraining: ResolverTypeWrapper<SeverityTrainingModel>;
  TrainSeverityModelPayload: ResolverTypeWrapper<Omit<TrainSeverityModelPayload, 'training' | 'model'> & { training?: Maybe<ResolversTypes['SeverityTraining']>, model?: Maybe<ResolversTypes['SeverityModel']> }>;
  Metrics: ResolverTypeWrapper<MetricsModel>;
  CountedIncidents: CountedIncidents;
  MeasureStatus: MeasureStatus;
  DurationStats: ResolverTypeWrapper<DurationModel>;
  NoiseLedger: ResolverTypeWrapper<NoiseLedger>;
  TimeRangeInput: TimeRangeInput;
  MetricsFilter: MetricsFilter;
  TimeBucket: TimeBucket;
  SeverityAttribution: SeverityAttribution;
  SeverityMetrics: ResolverTypeWrapper<SeverityMetricsModel>;
  ServiceMetrics: ResolverTypeWrapper<ServiceMetricsModel>;
  SourceMetrics: ResolverTypeWrapper<SourceMetricsModel>;
  ResponderMetrics: ResolverTypeWrapper<ResponderMetricsModel>;
  LabelMetrics: ResolverTypeWrapper<LabelMetricsModel>;
  MetricsPoint: ResolverTypeWrapper<MetricsPointModel>;
  MetricsHour: ResolverTypeWrapper<MetricsHourModel>;
  MetricsChange: ResolverTypeWrapper<MetricsChange>;
  OpenNow: ResolverTypeWrapper<OpenNowModel>;
  OpenSeverity: ResolverTypeWrapper<OpenSeverity>;
  ServiceLevel: ResolverTypeWrapper<ServiceLevelModel>;
  ServiceLevelResult: ServiceLevelResult;
  NoisyAlert: ResolverTypeWrapper<NoisyAlert>;
  Notification: ResolverTypeWrapper<NotificationModel>;
  NotificationKind: NotificationKind;
  NotificationStatus: NotificationStatus;
  NotificationAttempt: ResolverTypeWrapper<NotificationAttempt>;
  Policy: ResolverTypeWrapper<PolicyModel>;
  PolicyPreset: ResolverTypeWrapper<PolicyPreset>;
  PolicyChange: ResolverTypeWrapper<PolicyChange>;
  PolicyDiff: ResolverTypeWrapper<PolicyDiff>;
  PolicyActivation: ResolverTypeWrapper<PolicyActivationModel>;
  CreatePolicyDraftInput: CreatePolicyDraftInput;
  CreatePolicyDraftPayload: ResolverTypeWrapper<Omit<CreatePolicyDraftPayload, 'policy'> & { policy?: Maybe<ResolversTypes['Policy']> }>;
  PolicyCheck: ResolverTypeWrapper<PolicyCheck>;
  ActivatePolicyInput: ActivatePolicyInput;
  ActivatePolicyPayload: ResolverTypeWrapper<Omit<ActivatePolicyPayload, 'policy'> & { policy?: Maybe<ResolversTypes['Policy']> }>;
  BacktestPolicyInput: BacktestPolicyInput;
  BacktestReport: ResolverTypeWrapper<BacktestReportModel>;
  BacktestSide: ResolverTypeWrapper<BacktestSide>;
  BacktestDifference: ResolverTypeWrapper<BacktestDifference>;
  SeverityShift: ResolverTypeWrapper<SeverityShift>;
  SignalSeverityChange: ResolverTypeWrapper<SignalSeverityChange>;
  IncidentSeverityChange: ResolverTypeWrapper<IncidentSeverityChange>;
  MergedIncident: ResolverTypeWrapper<MergedIncident>;
  BacktestProgress: ResolverTypeWrapper<Omit<BacktestProgress, 'report'> & { report?: Maybe<ResolversTypes['BacktestReport']> }>;
  Revision: ResolverTypeWrapper<Revision>;
  RevisionKind: RevisionKind;
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
  Bridge: ResolverTypeWrapper<Bridge>;
  SignalSource: ResolverTypeWrapper<SignalSource>;
  IngestOutcome: IngestOutcome;
  IngestSignalPayload: ResolverTypeWrapper<Omit<IngestSignalPayload, 'signal' | 'incident' | 'decision' | 'escalations'> & { signal?: Maybe<ResolversTypes['Signal']>, incident?: Maybe<ResolversTypes['Incident']>, decision?: Maybe<ResolversTypes['Decision']>, escalations: ReadonlyArray<ResolversTypes['Escalation']> }>;
  IngestSignalsPayload: ResolverTypeWrapper<Omit<IngestSignalsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['IngestSignalPayload']> }>;
  Matcher: ResolverTypeWrapper<MatcherModel>;
  MatcherOperator: MatcherOperator;
  MatcherInput: MatcherInput;
  MatchedAlert: ResolverTypeWrapper<MatchedAlert>;
  MatcherPreview: ResolverTypeWrapper<MatcherPreview>;
  Silence: ResolverTypeWrapper<SilenceModel>;
  SilenceState: SilenceState;
  SilenceConnection: ResolverTypeWrapper<SilencePage>;
  SilenceEdge: ResolverTypeWrapper<Omit<SilenceEdge, 'node'> & { node: ResolversTypes['Silence'] }>;
  CreateSilenceInput: CreateSilenceInput;
  CreateSilencePayload: ResolverTypeWrapper<Omit<CreateSilencePayload, 'silence'> & { silence?: Maybe<ResolversTypes['Silence']> }>;
  ExpireSilenceInput: ExpireSilenceInput;
  ExpireSilencePayload: ResolverTypeWrapper<Omit<ExpireSilencePayload, 'silence'> & { silence?: Maybe<ResolversTypes['Silence']> }>;
  MaintenanceWindow: ResolverTypeWrapper<MaintenanceWindowModel>;
  MaintenanceOccurrence: ResolverTypeWrapper<MaintenanceOccurrence>;
  MaintenanceWindowConnection: ResolverTypeWrapper<MaintenanceWindowPage>;
  MaintenanceWindowEdge: ResolverTypeWrapper<Omit<MaintenanceWindowEdge, 'node'> & { node: ResolversTypes['MaintenanceWindow'] }>;
  MaintenanceScheduleInput: MaintenanceScheduleInput;
  CreateMaintenanceWindowInput: CreateMaintenanceWindowInput;
  CreateMaintenanceWindowPayload: ResolverTypeWrapper<Omit<CreateMaintenanceWindowPayload, 'maintenanceWindow'> & { maintenanceWindow?: Maybe<ResolversTypes['MaintenanceWindow']> }>;
  DeleteMaintenanceWindowInput: DeleteMaintenanceWindowInput;
  DeleteMaintenanceWindowPayload: ResolverTypeWrapper<Omit<DeleteMaintenanceWindowPayload, 'maintenanceWindow'> & { maintenanceWindow?: Maybe<ResolversTypes['MaintenanceWindow']> }>;
  MaintenancePreview: ResolverTypeWrapper<MaintenancePreview>;
  Suppressor: ResolverTypeWrapper<SuppressorModel>;
  SuppressorKind: SuppressorKind;
  SuppressedAlert: ResolverTypeWrapper<SuppressedAlertModel>;
  SuppressedAlertConnection: ResolverTypeWrapper<SuppressedAlertPage>;
  SuppressedAlertEdge: ResolverTypeWrapper<Omit<SuppressedAlertEdge, 'node'> & { node: ResolversTypes['SuppressedAlert'] }>;
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
  Service: CatalogueServiceModel;
  Int: Scalars['Int']['output'];
  ServiceConnection: ServicePage;
  ServiceEdge: Omit<ServiceEdge, 'node'> & { node: ResolversParentTypes['Service'] };
  LearnedPair: LearnedPair;
  Float: Scalars['Float']['output'];
  LearnedGroup: LearnedGroup;
  UpsertServiceInput: UpsertServiceInput;
  UpsertServicePayload: Omit<UpsertServicePayload, 'service'> & { service?: Maybe<ResolversParentTypes['Service']> };
  RemoveServiceInput: RemoveServiceInput;
  RemoveServicePayload: Omit<RemoveServicePayload, 'service'> & { service?: Maybe<ResolversParentTypes['Service']> };
  ImportCatalogueInput: ImportCatalogueInput;
  Boolean: Scalars['Boolean']['output'];
  ImportCataloguePayload: ImportCataloguePayload;
  DateTime: Scalars['DateTime']['output'];
  UserError: UserError;
  PageInfo: PageInfo;
  IncidentConnection: IncidentPage;
  IncidentEdge: Omit<IncidentEdge, 'node'> & { node: ResolversParentTypes['Incident'] };
  AlertConnection: AlertPage;
  AlertEdge: Omit<AlertEdge, 'node'> & { node: ResolversParentTypes['Alert'] };
  TimelineConnection: TimelinePage;
  TimelineEdge: Omit<TimelineEdge, 'node'> & { node: ResolversParentTypes['TimelineEvent'] };
  PolicyConnection: PolicyPage;
  PolicyEdge: Omit<PolicyEdge, 'node'> & { node: ResolversParentTypes['Policy'] };
  PolicyActivationConnection: PolicyActivationPage;
  PolicyActivationEdge: Omit<PolicyActivationEdge, 'node'> & { node: ResolversParentTypes['PolicyActivation'] };
  Decision: DecisionModel;
  Factor: Factor;
  IncidentChange: Omit<IncidentChange, 'incident'> & { incident: ResolversParentTypes['Incident'] };
  IncidentFeedBatch: Omit<IncidentFeedBatch, 'changes'> & { changes: ReadonlyArray<ResolversParentTypes['IncidentChange']> };
  SystemStatus: SystemStatusModel;
  AcknowledgeTarget: AcknowledgeTarget;
  SeverityCount: SeverityCount;
  Incident: IncidentModel;
  SignalHistory: SignalHistory;
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
  SnoozeIncidentInput: SnoozeIncidentInput;
  SnoozeIncidentPayload: Omit<SnoozeIncidentPayload, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  UnsnoozeIncidentInput: UnsnoozeIncidentInput;
  UnsnoozeIncidentPayload: Omit<UnsnoozeIncidentPayload, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  AssignIncidentInput: AssignIncidentInput;
  AssignIncidentPayload: Omit<AssignIncidentPayload, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  OverrideSeverityInput: OverrideSeverityInput;
  OverrideSeverityPayload: Omit<OverrideSeverityPayload, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  MergeIncidentInput: MergeIncidentInput;
  MergeIncidentPayload: Omit<MergeIncidentPayload, 'incident' | 'into'> & { incident?: Maybe<ResolversParentTypes['Incident']>, into?: Maybe<ResolversParentTypes['Incident']> };
  UnmergeIncidentInput: UnmergeIncidentInput;
  UnmergeIncidentPayload: Omit<UnmergeIncidentPayload, 'incident' | 'from'> & { incident?: Maybe<ResolversParentTypes['Incident']>, from?: Maybe<ResolversParentTypes['Incident']> };
  ShadowVerdict: ShadowVerdictModel;
  SeverityModel: SeverityModelModel;
  HeldOutFigures: HeldOutFigures;
  ClassificationFigures: ClassificationFigures;
  TrainSeverityModelInput: TrainSeverityModelInput;
  SeverityTraining: SeverityTrainingModel;
  TrainSeverityModelPayload: Omit<TrainSeverityModelPayload, 'training' | 'model'> & { training?: Maybe<ResolversParentTypes['SeverityTraining']>, model?: Maybe<ResolversParentTypes['SeverityModel']> };
  Metrics: MetricsModel;
  DurationStats: DurationModel;
  NoiseLedger: NoiseLedger;
  TimeRangeInput: TimeRangeInput;
  MetricsFilter: MetricsFilter;
  SeverityMetrics: SeverityMetricsModel;
  ServiceMetrics: ServiceMetricsModel;
  SourceMetrics: SourceMetricsModel;
  ResponderMetrics: ResponderMetricsModel;
  LabelMetrics: LabelMetricsModel;
  MetricsPoint: MetricsPointModel;
  MetricsHour: MetricsHourModel;
  MetricsChange: MetricsChange;
  OpenNow: OpenNowModel;
  OpenSeverity: OpenSeverity;
  ServiceLevel: ServiceLevelModel;
  NoisyAlert: NoisyAlert;
  Notification: NotificationModel;
  NotificationAttempt: NotificationAttempt;
  Policy: PolicyModel;
  PolicyPreset: PolicyPreset;
  PolicyChange: PolicyChange;
  PolicyDiff: PolicyDiff;
  PolicyActivation: PolicyActivationModel;
  CreatePolicyDraftInput: CreatePolicyDraftInput;
  CreatePolicyDraftPayload: Omit<CreatePolicyDraftPayload, 'policy'> & { policy?: Maybe<ResolversParentTypes['Policy']> };
  PolicyCheck: PolicyCheck;
  ActivatePolicyInput: ActivatePolicyInput;
  ActivatePolicyPayload: Omit<ActivatePolicyPayload, 'policy'> & { policy?: Maybe<ResolversParentTypes['Policy']> };
  BacktestPolicyInput: BacktestPolicyInput;
  BacktestReport: BacktestReportModel;
  BacktestSide: BacktestSide;
  BacktestDifference: BacktestDifference;
  SeverityShift: SeverityShift;
  SignalSeverityChange: SignalSeverityChange;
  IncidentSeverityChange: IncidentSeverityChange;
  MergedIncident: MergedIncident;
  BacktestProgress: Omit<BacktestProgress, 'report'> & { report?: Maybe<ResolversParentTypes['BacktestReport']> };
  Revision: Revision;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  Signal: SignalModel;
  MetricReading: MetricReading;
  Label: Label;
  MetricInput: MetricInput;
  LabelInput: LabelInput;
  SignalInput: SignalInput;
  Bridge: Bridge;
  SignalSource: SignalSource;
  IngestSignalPayload: Omit<IngestSignalPayload, 'signal' | 'incident' | 'decision' | 'escalations'> & { signal?: Maybe<ResolversParentTypes['Signal']>, incident?: Maybe<ResolversParentTypes['Incident']>, decision?: Maybe<ResolversParentTypes['Decision']>, escalations: ReadonlyArray<ResolversParentTypes['Escalation']> };
  IngestSignalsPayload: Omit<IngestSignalsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['IngestSignalPayload']> };
  Matcher: MatcherModel;
  MatcherInput: MatcherInput;
  MatchedAlert: MatchedAlert;
  MatcherPreview: MatcherPreview;
  Silence: SilenceModel;
  SilenceConnection: SilencePage;
  SilenceEdge: Omit<SilenceEdge, 'node'> & { node: ResolversParentTypes['Silence'] };
  CreateSilenceInput: CreateSilenceInput;
  CreateSilencePayload: Omit<CreateSilencePayload, 'silence'> & { silence?: Maybe<ResolversParentTypes['Silence']> };
  ExpireSilenceInput: ExpireSilenceInput;
  ExpireSilencePayload: Omit<ExpireSilencePayload, 'silence'> & { silence?: Maybe<ResolversParentTypes['Silence']> };
  MaintenanceWindow: MaintenanceWindowModel;
  MaintenanceOccurrence: MaintenanceOccurrence;
  MaintenanceWindowConnection: MaintenanceWindowPage;
  MaintenanceWindowEdge: Omit<MaintenanceWindowEdge, 'node'> & { node: ResolversParentTypes['MaintenanceWindow'] };
  MaintenanceScheduleInput: MaintenanceScheduleInput;
  CreateMaintenanceWindowInput: CreateMaintenanceWindowInput;
  CreateMaintenanceWindowPayload: Omit<CreateMaintenanceWindowPayload, 'maintenanceWindow'> & { maintenanceWindow?: Maybe<ResolversParentTypes['MaintenanceWindow']> };
  DeleteMaintenanceWindowInput: DeleteMaintenanceWindowInput;
  DeleteMaintenanceWindowPayload: Omit<DeleteMaintenanceWindowPayload, 'maintenanceWindow'> & { maintenanceWindow?: Maybe<ResolversParentTypes['MaintenanceWindow']> };
  MaintenancePreview: MaintenancePreview;
  Suppressor: SuppressorModel;
  SuppressedAlert: SuppressedAlertModel;
  SuppressedAlertConnection: SuppressedAlertPage;
  SuppressedAlertEdge: Omit<SuppressedAlertEdge, 'node'> & { node: ResolversParentTypes['SuppressedAlert'] };
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

export type ServiceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dependsOn?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ServiceConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServiceConnection'] = ResolversParentTypes['ServiceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ServiceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Service']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ServiceEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServiceEdge'] = ResolversParentTypes['ServiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
};

export type LearnedPairResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LearnedPair'] = ResolversParentTypes['LearnedPair']> = {
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  together?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type LearnedGroupResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LearnedGroup'] = ResolversParentTypes['LearnedGroup']> = {
  services?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['LearnedPair']>, ParentType, ContextType>;
};

export type UpsertServicePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpsertServicePayload'] = ResolversParentTypes['UpsertServicePayload']> = {
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveServicePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RemoveServicePayload'] = ResolversParentTypes['RemoveServicePayload']> = {
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImportCataloguePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ImportCataloguePayload'] = ResolversParentTypes['ImportCataloguePayload']> = {
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type PolicyActivationConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyActivationConnection'] = ResolversParentTypes['PolicyActivationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PolicyActivationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PolicyActivation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PolicyActivationEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyActivationEdge'] = ResolversParentTypes['PolicyActivationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PolicyActivation'], ParentType, ContextType>;
};

export type DecisionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  factors?: Resolver<ReadonlyArray<ResolversTypes['Factor']>, ParentType, ContextType>;
  stress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  recommendedAction?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policyVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  suppressedBy?: Resolver<ReadonlyArray<ResolversTypes['Suppressor']>, ParentType, ContextType>;
  shadow?: Resolver<Maybe<ResolversTypes['ShadowVerdict']>, ParentType, ContextType>;
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
  demo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  serverTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  feedHead?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  acknowledgeTargets?: Resolver<ReadonlyArray<ResolversTypes['AcknowledgeTarget']>, ParentType, ContextType>;
  policyVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AcknowledgeTargetResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AcknowledgeTarget'] = ResolversParentTypes['AcknowledgeTarget']> = {
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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
  signalHistory?: Resolver<ResolversTypes['SignalHistory'], ParentType, ContextType>;
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
  acknowledgementLapsesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  snoozedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overriddenSeverity?: Resolver<Maybe<ResolversTypes['Severity']>, ParentType, ContextType>;
  overriddenBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overrideReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mergedInto?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  mergedIncidents?: Resolver<ReadonlyArray<ResolversTypes['Incident']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  children?: Resolver<ReadonlyArray<ResolversTypes['Incident']>, ParentType, ContextType>;
  reopenCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  historical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  escalations?: Resolver<ReadonlyArray<ResolversTypes['Escalation']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['TimelineConnection'], ParentType, ContextType, RequireFields<IncidentTimelineArgs, 'first'>>;
  notifications?: Resolver<ReadonlyArray<ResolversTypes['Notification']>, ParentType, ContextType, RequireFields<IncidentNotificationsArgs, 'first'>>;
  policyVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SignalHistoryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SignalHistory'] = ResolversParentTypes['SignalHistory']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sliceSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  counts?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlertResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  dedupKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignalState'], ParentType, ContextType>;
  flapping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
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
  tokenId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  notificationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
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

export type SnoozeIncidentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SnoozeIncidentPayload'] = ResolversParentTypes['SnoozeIncidentPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnsnoozeIncidentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnsnoozeIncidentPayload'] = ResolversParentTypes['UnsnoozeIncidentPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AssignIncidentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AssignIncidentPayload'] = ResolversParentTypes['AssignIncidentPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OverrideSeverityPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OverrideSeverityPayload'] = ResolversParentTypes['OverrideSeverityPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MergeIncidentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MergeIncidentPayload'] = ResolversParentTypes['MergeIncidentPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  into?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnmergeIncidentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnmergeIncidentPayload'] = ResolversParentTypes['UnmergeIncidentPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShadowVerdictResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ShadowVerdict'] = ResolversParentTypes['ShadowVerdict']> = {
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  probability?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  factors?: Resolver<ReadonlyArray<ResolversTypes['Factor']>, ParentType, ContextType>;
  modelVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeverityModelResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SeverityModel'] = ResolversParentTypes['SeverityModel']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  samples?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  heldOut?: Resolver<Maybe<ResolversTypes['HeldOutFigures']>, ParentType, ContextType>;
  trainedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trainedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HeldOutFiguresResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['HeldOutFigures'] = ResolversParentTypes['HeldOutFigures']> = {
  trainedOn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rules?: Resolver<ResolversTypes['ClassificationFigures'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ClassificationFigures'], ParentType, ContextType>;
};

export type ClassificationFiguresResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ClassificationFigures'] = ResolversParentTypes['ClassificationFigures']> = {
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  actual?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  predicted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  right?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  recall?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  f1?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SeverityTrainingResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SeverityTraining'] = ResolversParentTypes['SeverityTraining']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TrainingState'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  askedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['SeverityModel']>, ParentType, ContextType>;
};

export type TrainSeverityModelPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TrainSeverityModelPayload'] = ResolversParentTypes['TrainSeverityModelPayload']> = {
  training?: Resolver<Maybe<ResolversTypes['SeverityTraining']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['SeverityModel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Metrics'] = ResolversParentTypes['Metrics']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttrByPeople?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttrAutomatic?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttrFirst?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  timeToRespond?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageStress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<MetricsIncidentsArgs, 'counted' | 'first'>>;
  bySeverity?: Resolver<ReadonlyArray<ResolversTypes['SeverityMetrics']>, ParentType, ContextType>;
  byService?: Resolver<ReadonlyArray<ResolversTypes['ServiceMetrics']>, ParentType, ContextType, RequireFields<MetricsByServiceArgs, 'first'>>;
  bySource?: Resolver<ReadonlyArray<ResolversTypes['SourceMetrics']>, ParentType, ContextType, RequireFields<MetricsBySourceArgs, 'first'>>;
  byResponder?: Resolver<ReadonlyArray<ResolversTypes['ResponderMetrics']>, ParentType, ContextType, RequireFields<MetricsByResponderArgs, 'first'>>;
  byLabel?: Resolver<ReadonlyArray<ResolversTypes['LabelMetrics']>, ParentType, ContextType, RequireFields<MetricsByLabelArgs, 'name' | 'first'>>;
  series?: Resolver<ReadonlyArray<ResolversTypes['MetricsPoint']>, ParentType, ContextType, Partial<MetricsSeriesArgs>>;
  hours?: Resolver<ReadonlyArray<ResolversTypes['MetricsHour']>, ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['MetricsHour'], ParentType, ContextType, RequireFields<MetricsHourArgs, 'weekday' | 'hour'>>;
  previous?: Resolver<Maybe<ResolversTypes['Metrics']>, ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['MetricsChange']>, ParentType, ContextType>;
  openNow?: Resolver<ResolversTypes['OpenNow'], ParentType, ContextType>;
  serviceLevel?: Resolver<ReadonlyArray<ResolversTypes['ServiceLevel']>, ParentType, ContextType>;
  noise?: Resolver<ResolversTypes['NoiseLedger'], ParentType, ContextType>;
  noisiestAlerts?: Resolver<ReadonlyArray<ResolversTypes['NoisyAlert']>, ParentType, ContextType, RequireFields<MetricsNoisiestAlertsArgs, 'first'>>;
};

export type DurationStatsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DurationStats'] = ResolversParentTypes['DurationStats']> = {
  meanSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p50Seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p90Seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p95Seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  maxSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  excluded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notApplicable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<DurationStatsIncidentsArgs, 'status' | 'first'>>;
};

export type NoiseLedgerResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['NoiseLedger'] = ResolversParentTypes['NoiseLedger']> = {
  signals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  alerts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notifications?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  signalsPerAlert?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  alertsPerIncident?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  notificationsPerIncident?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  signalsPerIncident?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  noiseRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SeverityMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SeverityMetrics'] = ResolversParentTypes['SeverityMetrics']> = {
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageStress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  timeToRespond?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<SeverityMetricsIncidentsArgs, 'counted' | 'first'>>;
};

export type ServiceMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServiceMetrics'] = ResolversParentTypes['ServiceMetrics']> = {
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bySeverity?: Resolver<ReadonlyArray<ResolversTypes['SeverityMetrics']>, ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageStress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  timeToRespond?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<ServiceMetricsIncidentsArgs, 'counted' | 'first'>>;
};

export type SourceMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SourceMetrics'] = ResolversParentTypes['SourceMetrics']> = {
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageStress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  timeToRespond?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<SourceMetricsIncidentsArgs, 'counted' | 'first'>>;
};

export type ResponderMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResponderMetrics'] = ResolversParentTypes['ResponderMetrics']> = {
  responder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageStress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  timeToRespond?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<ResponderMetricsIncidentsArgs, 'counted' | 'first'>>;
};

export type LabelMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LabelMetrics'] = ResolversParentTypes['LabelMetrics']> = {
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageStress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  timeToRespond?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<LabelMetricsIncidentsArgs, 'counted' | 'first'>>;
};

export type MetricsPointResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MetricsPoint'] = ResolversParentTypes['MetricsPoint']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bySeverity?: Resolver<ReadonlyArray<ResolversTypes['SeverityCount']>, ParentType, ContextType>;
  byService?: Resolver<ReadonlyArray<ResolversTypes['ServiceMetrics']>, ParentType, ContextType, RequireFields<MetricsPointByServiceArgs, 'first'>>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageStress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  mttr?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  timeToRespond?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<MetricsPointIncidentsArgs, 'counted' | 'first'>>;
};

export type MetricsHourResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MetricsHour'] = ResolversParentTypes['MetricsHour']> = {
  weekday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mtta?: Resolver<ResolversTypes['DurationStats'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<MetricsHourIncidentsArgs, 'first'>>;
};

export type MetricsChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MetricsChange'] = ResolversParentTypes['MetricsChange']> = {
  opened?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  acknowledged?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  resolved?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reopened?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  escalated?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mtta?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mttaP50?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mttr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mttrP50?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeToRespond?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeToRespondP50?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type OpenNowResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OpenNow'] = ResolversParentTypes['OpenNow']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  oldestAgeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanAgeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bySeverity?: Resolver<ReadonlyArray<ResolversTypes['OpenSeverity']>, ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<OpenNowIncidentsArgs, 'first'>>;
};

export type OpenSeverityResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OpenSeverity'] = ResolversParentTypes['OpenSeverity']> = {
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  oldestAgeSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meanAgeSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ServiceLevelResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServiceLevel'] = ResolversParentTypes['ServiceLevel']> = {
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  targetMinutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  objective?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  met?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  errorBudgetLeft?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<ServiceLevelIncidentsArgs, 'result' | 'first'>>;
};

export type NoisyAlertResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['NoisyAlert'] = ResolversParentTypes['NoisyAlert']> = {
  dedupKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  occurrences?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['NotificationStatus'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attempts?: Resolver<ReadonlyArray<ResolversTypes['NotificationAttempt']>, ParentType, ContextType>;
};

export type NotificationAttemptResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['NotificationAttempt'] = ResolversParentTypes['NotificationAttempt']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  delivered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PolicyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Policy'] = ResolversParentTypes['Policy']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  activatedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  activatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  activationReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PolicyPresetResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyPreset'] = ResolversParentTypes['PolicyPreset']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PolicyChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyChange'] = ResolversParentTypes['PolicyChange']> = {
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PolicyDiffResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyDiff'] = ResolversParentTypes['PolicyDiff']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['PolicyChange']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PolicyActivationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyActivation'] = ResolversParentTypes['PolicyActivation']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  previousVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  activatedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  activatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['PolicyChange']>, ParentType, ContextType>;
};

export type CreatePolicyDraftPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreatePolicyDraftPayload'] = ResolversParentTypes['CreatePolicyDraftPayload']> = {
  policy?: Resolver<Maybe<ResolversTypes['Policy']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['PolicyChange']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PolicyCheckResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PolicyCheck'] = ResolversParentTypes['PolicyCheck']> = {
  changes?: Resolver<ReadonlyArray<ResolversTypes['PolicyChange']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ActivatePolicyPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivatePolicyPayload'] = ResolversParentTypes['ActivatePolicyPayload']> = {
  policy?: Resolver<Maybe<ResolversTypes['Policy']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BacktestReportResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BacktestReport'] = ResolversParentTypes['BacktestReport']> = {
  signals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['BacktestSide']>, ParentType, ContextType>;
  actual?: Resolver<Maybe<ResolversTypes['BacktestSide']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['BacktestDifference']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BacktestSideResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BacktestSide'] = ResolversParentTypes['BacktestSide']> = {
  incidents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  severity?: Resolver<ReadonlyArray<ResolversTypes['SeverityCount']>, ParentType, ContextType>;
  incidentSeverity?: Resolver<ReadonlyArray<ResolversTypes['SeverityCount']>, ParentType, ContextType>;
  logged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  joined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notifications?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  signalsPerIncident?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  noiseRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type BacktestDifferenceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BacktestDifference'] = ResolversParentTypes['BacktestDifference']> = {
  signals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  severityShifts?: Resolver<ReadonlyArray<ResolversTypes['SeverityShift']>, ParentType, ContextType>;
  signalExamples?: Resolver<ReadonlyArray<ResolversTypes['SignalSeverityChange']>, ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incidentExamples?: Resolver<ReadonlyArray<ResolversTypes['IncidentSeverityChange']>, ParentType, ContextType>;
  incidentsAdded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incidentsMerged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mergedExamples?: Resolver<ReadonlyArray<ResolversTypes['MergedIncident']>, ParentType, ContextType>;
  incidentsRemoved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  removedExamples?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  escalationsAdded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalationsRemoved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notificationsAdded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notificationsRemoved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeverityShiftResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SeverityShift'] = ResolversParentTypes['SeverityShift']> = {
  before?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SignalSeverityChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SignalSeverityChange'] = ResolversParentTypes['SignalSeverityChange']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
};

export type IncidentSeverityChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IncidentSeverityChange'] = ResolversParentTypes['IncidentSeverityChange']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
};

export type MergedIncidentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MergedIncident'] = ResolversParentTypes['MergedIncident']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  into?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type BacktestProgressResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BacktestProgress'] = ResolversParentTypes['BacktestProgress']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratePerSecond?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['BacktestReport']>, ParentType, ContextType>;
};

export type RevisionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Revision'] = ResolversParentTypes['Revision']> = {
  kind?: Resolver<ResolversTypes['RevisionKind'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  incident: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType, RequireFields<QueryIncidentArgs, 'id'>>;
  incidents: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<QueryIncidentsArgs, 'orderBy'>>;
  metrics: Resolver<ResolversTypes['Metrics'], ParentType, ContextType, RequireFields<QueryMetricsArgs, 'range' | 'severityAttribution'>>;
  systemStatus: Resolver<ResolversTypes['SystemStatus'], ParentType, ContextType>;
  policy: Resolver<Maybe<ResolversTypes['Policy']>, ParentType, ContextType, Partial<QueryPolicyArgs>>;
  policies: Resolver<ResolversTypes['PolicyConnection'], ParentType, ContextType, RequireFields<QueryPoliciesArgs, 'first'>>;
  policyDiff: Resolver<Maybe<ResolversTypes['PolicyDiff']>, ParentType, ContextType, RequireFields<QueryPolicyDiffArgs, 'from' | 'to'>>;
  policyPresets: Resolver<ReadonlyArray<ResolversTypes['PolicyPreset']>, ParentType, ContextType>;
  policyJsonSchema: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  checkPolicy: Resolver<ResolversTypes['PolicyCheck'], ParentType, ContextType, RequireFields<QueryCheckPolicyArgs, 'document'>>;
  policyActivations: Resolver<ResolversTypes['PolicyActivationConnection'], ParentType, ContextType, RequireFields<QueryPolicyActivationsArgs, 'first'>>;
  backtestPolicy: Resolver<ResolversTypes['BacktestReport'], ParentType, ContextType, RequireFields<QueryBacktestPolicyArgs, 'input'>>;
  services: Resolver<ResolversTypes['ServiceConnection'], ParentType, ContextType, RequireFields<QueryServicesArgs, 'first'>>;
  learnedGroups: Resolver<ReadonlyArray<ResolversTypes['LearnedGroup']>, ParentType, ContextType>;
  severityModel: Resolver<Maybe<ResolversTypes['SeverityModel']>, ParentType, ContextType>;
  severityTraining: Resolver<Maybe<ResolversTypes['SeverityTraining']>, ParentType, ContextType, Partial<QuerySeverityTrainingArgs>>;
  silences: Resolver<ResolversTypes['SilenceConnection'], ParentType, ContextType, RequireFields<QuerySilencesArgs, 'first'>>;
  maintenanceWindows: Resolver<ResolversTypes['MaintenanceWindowConnection'], ParentType, ContextType, RequireFields<QueryMaintenanceWindowsArgs, 'first'>>;
  maintenancePreview: Resolver<ResolversTypes['MaintenancePreview'], ParentType, ContextType, RequireFields<QueryMaintenancePreviewArgs, 'schedule' | 'first'>>;
  matcherPreview: Resolver<ResolversTypes['MatcherPreview'], ParentType, ContextType, RequireFields<QueryMatcherPreviewArgs, 'matchers'>>;
  suppressedAlerts: Resolver<ResolversTypes['SuppressedAlertConnection'], ParentType, ContextType, RequireFields<QuerySuppressedAlertsArgs, 'first'>>;
  bridges: Resolver<ReadonlyArray<ResolversTypes['Bridge']>, ParentType, ContextType>;
  signalSources: Resolver<ReadonlyArray<ResolversTypes['SignalSource']>, ParentType, ContextType>;
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
  createPolicyDraft: Resolver<ResolversTypes['CreatePolicyDraftPayload'], ParentType, ContextType, RequireFields<MutationCreatePolicyDraftArgs, 'input'>>;
  activatePolicy: Resolver<ResolversTypes['ActivatePolicyPayload'], ParentType, ContextType, RequireFields<MutationActivatePolicyArgs, 'input'>>;
  upsertService: Resolver<ResolversTypes['UpsertServicePayload'], ParentType, ContextType, RequireFields<MutationUpsertServiceArgs, 'input'>>;
  removeService: Resolver<ResolversTypes['RemoveServicePayload'], ParentType, ContextType, RequireFields<MutationRemoveServiceArgs, 'input'>>;
  importCatalogue: Resolver<ResolversTypes['ImportCataloguePayload'], ParentType, ContextType, RequireFields<MutationImportCatalogueArgs, 'input'>>;
  trainSeverityModel: Resolver<ResolversTypes['TrainSeverityModelPayload'], ParentType, ContextType, RequireFields<MutationTrainSeverityModelArgs, 'input'>>;
  snoozeIncident: Resolver<ResolversTypes['SnoozeIncidentPayload'], ParentType, ContextType, RequireFields<MutationSnoozeIncidentArgs, 'input'>>;
  unsnoozeIncident: Resolver<ResolversTypes['UnsnoozeIncidentPayload'], ParentType, ContextType, RequireFields<MutationUnsnoozeIncidentArgs, 'input'>>;
  assignIncident: Resolver<ResolversTypes['AssignIncidentPayload'], ParentType, ContextType, RequireFields<MutationAssignIncidentArgs, 'input'>>;
  overrideSeverity: Resolver<ResolversTypes['OverrideSeverityPayload'], ParentType, ContextType, RequireFields<MutationOverrideSeverityArgs, 'input'>>;
  mergeIncident: Resolver<ResolversTypes['MergeIncidentPayload'], ParentType, ContextType, RequireFields<MutationMergeIncidentArgs, 'input'>>;
  unmergeIncident: Resolver<ResolversTypes['UnmergeIncidentPayload'], ParentType, ContextType, RequireFields<MutationUnmergeIncidentArgs, 'input'>>;
  createSilence: Resolver<ResolversTypes['CreateSilencePayload'], ParentType, ContextType, RequireFields<MutationCreateSilenceArgs, 'input'>>;
  expireSilence: Resolver<ResolversTypes['ExpireSilencePayload'], ParentType, ContextType, RequireFields<MutationExpireSilenceArgs, 'input'>>;
  createMaintenanceWindow: Resolver<ResolversTypes['CreateMaintenanceWindowPayload'], ParentType, ContextType, RequireFields<MutationCreateMaintenanceWindowArgs, 'input'>>;
  deleteMaintenanceWindow: Resolver<ResolversTypes['DeleteMaintenanceWindowPayload'], ParentType, ContextType, RequireFields<MutationDeleteMaintenanceWindowArgs, 'input'>>;
  createApiToken: Resolver<ResolversTypes['CreateApiTokenPayload'], ParentType, ContextType, RequireFields<MutationCreateApiTokenArgs, 'input'>>;
  revokeApiToken: Resolver<ResolversTypes['RevokeApiTokenPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiTokenArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  incidentChanged: SubscriptionResolver<ResolversTypes['IncidentChange'], "incidentChanged", ParentType, ContextType, Partial<SubscriptionIncidentChangedArgs>>;
  incidentFeed: SubscriptionResolver<ResolversTypes['IncidentFeedBatch'], "incidentFeed", ParentType, ContextType, Partial<SubscriptionIncidentFeedArgs>>;
  metricsChanged: SubscriptionResolver<ResolversTypes['Metrics'], "metricsChanged", ParentType, ContextType, RequireFields<SubscriptionMetricsChangedArgs, 'range' | 'severityAttribution'>>;
  backtestProgress: SubscriptionResolver<ResolversTypes['BacktestProgress'], "backtestProgress", ParentType, ContextType, RequireFields<SubscriptionBacktestProgressArgs, 'input'>>;
  systemStatusChanged: SubscriptionResolver<ResolversTypes['SystemStatus'], "systemStatusChanged", ParentType, ContextType>;
  revisionChanged: SubscriptionResolver<ResolversTypes['Revision'], "revisionChanged", ParentType, ContextType, RequireFields<SubscriptionRevisionChangedArgs, 'kind'>>;
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

export type BridgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Bridge'] = ResolversParentTypes['Bridge']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  setup?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sample?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignalSourceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SignalSource'] = ResolversParentTypes['SignalSource']> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastReceivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  signals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type MatcherResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Matcher'] = ResolversParentTypes['Matcher']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['MatcherOperator'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatchedAlertResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MatchedAlert'] = ResolversParentTypes['MatchedAlert']> = {
  dedupKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['Label']>, ParentType, ContextType>;
  incidentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type MatcherPreviewResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MatcherPreview'] = ResolversParentTypes['MatcherPreview']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  alerts?: Resolver<ReadonlyArray<ResolversTypes['MatchedAlert']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SilenceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Silence'] = ResolversParentTypes['Silence']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matchers?: Resolver<ReadonlyArray<ResolversTypes['Matcher']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SilenceState'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiredBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suppressedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SilenceConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SilenceConnection'] = ResolversParentTypes['SilenceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SilenceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Silence']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SilenceEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SilenceEdge'] = ResolversParentTypes['SilenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Silence'], ParentType, ContextType>;
};

export type CreateSilencePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateSilencePayload'] = ResolversParentTypes['CreateSilencePayload']> = {
  silence?: Resolver<Maybe<ResolversTypes['Silence']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ExpireSilencePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ExpireSilencePayload'] = ResolversParentTypes['ExpireSilencePayload']> = {
  silence?: Resolver<Maybe<ResolversTypes['Silence']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MaintenanceWindowResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MaintenanceWindow'] = ResolversParentTypes['MaintenanceWindow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matchers?: Resolver<ReadonlyArray<ResolversTypes['Matcher']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  occurrences?: Resolver<ReadonlyArray<ResolversTypes['MaintenanceOccurrence']>, ParentType, ContextType, RequireFields<MaintenanceWindowOccurrencesArgs, 'first'>>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  suppressedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MaintenanceOccurrenceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MaintenanceOccurrence'] = ResolversParentTypes['MaintenanceOccurrence']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MaintenanceWindowConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MaintenanceWindowConnection'] = ResolversParentTypes['MaintenanceWindowConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MaintenanceWindowEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MaintenanceWindow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MaintenanceWindowEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MaintenanceWindowEdge'] = ResolversParentTypes['MaintenanceWindowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MaintenanceWindow'], ParentType, ContextType>;
};

export type CreateMaintenanceWindowPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateMaintenanceWindowPayload'] = ResolversParentTypes['CreateMaintenanceWindowPayload']> = {
  maintenanceWindow?: Resolver<Maybe<ResolversTypes['MaintenanceWindow']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteMaintenanceWindowPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DeleteMaintenanceWindowPayload'] = ResolversParentTypes['DeleteMaintenanceWindowPayload']> = {
  maintenanceWindow?: Resolver<Maybe<ResolversTypes['MaintenanceWindow']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MaintenancePreviewResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MaintenancePreview'] = ResolversParentTypes['MaintenancePreview']> = {
  occurrences?: Resolver<ReadonlyArray<ResolversTypes['MaintenanceOccurrence']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SuppressorResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Suppressor'] = ResolversParentTypes['Suppressor']> = {
  kind?: Resolver<ResolversTypes['SuppressorKind'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SuppressedAlertResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SuppressedAlert'] = ResolversParentTypes['SuppressedAlert']> = {
  dedupKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  historical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['Label']>, ParentType, ContextType>;
  signalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  suppressedBy?: Resolver<ReadonlyArray<ResolversTypes['Suppressor']>, ParentType, ContextType>;
};

export type SuppressedAlertConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SuppressedAlertConnection'] = ResolversParentTypes['SuppressedAlertConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SuppressedAlertEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SuppressedAlert']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SuppressedAlertEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SuppressedAlertEdge'] = ResolversParentTypes['SuppressedAlertEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SuppressedAlert'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphQLContext> = {
  Viewer?: ViewerResolvers<ContextType>;
  ApiToken?: ApiTokenResolvers<ContextType>;
  CreateApiTokenPayload?: CreateApiTokenPayloadResolvers<ContextType>;
  RevokeApiTokenPayload?: RevokeApiTokenPayloadResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  ServiceConnection?: ServiceConnectionResolvers<ContextType>;
  ServiceEdge?: ServiceEdgeResolvers<ContextType>;
  LearnedPair?: LearnedPairResolvers<ContextType>;
  LearnedGroup?: LearnedGroupResolvers<ContextType>;
  UpsertServicePayload?: UpsertServicePayloadResolvers<ContextType>;
  RemoveServicePayload?: RemoveServicePayloadResolvers<ContextType>;
  ImportCataloguePayload?: ImportCataloguePayloadResolvers<ContextType>;
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
  PolicyActivationConnection?: PolicyActivationConnectionResolvers<ContextType>;
  PolicyActivationEdge?: PolicyActivationEdgeResolvers<ContextType>;
  Decision?: DecisionResolvers<ContextType>;
  Factor?: FactorResolvers<ContextType>;
  IncidentChange?: IncidentChangeResolvers<ContextType>;
  IncidentFeedBatch?: IncidentFeedBatchResolvers<ContextType>;
  SystemStatus?: SystemStatusResolvers<ContextType>;
  AcknowledgeTarget?: AcknowledgeTargetResolvers<ContextType>;
  SeverityCount?: SeverityCountResolvers<ContextType>;
  Incident?: IncidentResolvers<ContextType>;
  SignalHistory?: SignalHistoryResolvers<ContextType>;
  Alert?: AlertResolvers<ContextType>;
  TimelineEvent?: TimelineEventResolvers<ContextType>;
  Escalation?: EscalationResolvers<ContextType>;
  AcknowledgeIncidentPayload?: AcknowledgeIncidentPayloadResolvers<ContextType>;
  UnacknowledgeIncidentPayload?: UnacknowledgeIncidentPayloadResolvers<ContextType>;
  ResolveIncidentPayload?: ResolveIncidentPayloadResolvers<ContextType>;
  ReopenIncidentPayload?: ReopenIncidentPayloadResolvers<ContextType>;
  AddNotePayload?: AddNotePayloadResolvers<ContextType>;
  SnoozeIncidentPayload?: SnoozeIncidentPayloadResolvers<ContextType>;
  UnsnoozeIncidentPayload?: UnsnoozeIncidentPayloadResolvers<ContextType>;
  AssignIncidentPayload?: AssignIncidentPayloadResolvers<ContextType>;
  OverrideSeverityPayload?: OverrideSeverityPayloadResolvers<ContextType>;
  MergeIncidentPayload?: MergeIncidentPayloadResolvers<ContextType>;
  UnmergeIncidentPayload?: UnmergeIncidentPayloadResolvers<ContextType>;
  ShadowVerdict?: ShadowVerdictResolvers<ContextType>;
  SeverityModel?: SeverityModelResolvers<ContextType>;
  HeldOutFigures?: HeldOutFiguresResolvers<ContextType>;
  ClassificationFigures?: ClassificationFiguresResolvers<ContextType>;
  SeverityTraining?: SeverityTrainingResolvers<ContextType>;
  TrainSeverityModelPayload?: TrainSeverityModelPayloadResolvers<ContextType>;
  Metrics?: MetricsResolvers<ContextType>;
  DurationStats?: DurationStatsResolvers<ContextType>;
  NoiseLedger?: NoiseLedgerResolvers<ContextType>;
  SeverityMetrics?: SeverityMetricsResolvers<ContextType>;
  ServiceMetrics?: ServiceMetricsResolvers<ContextType>;
  SourceMetrics?: SourceMetricsResolvers<ContextType>;
  ResponderMetrics?: ResponderMetricsResolvers<ContextType>;
  LabelMetrics?: LabelMetricsResolvers<ContextType>;
  MetricsPoint?: MetricsPointResolvers<ContextType>;
  MetricsHour?: MetricsHourResolvers<ContextType>;
  MetricsChange?: MetricsChangeResolvers<ContextType>;
  OpenNow?: OpenNowResolvers<ContextType>;
  OpenSeverity?: OpenSeverityResolvers<ContextType>;
  ServiceLevel?: ServiceLevelResolvers<ContextType>;
  NoisyAlert?: NoisyAlertResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationAttempt?: NotificationAttemptResolvers<ContextType>;
  Policy?: PolicyResolvers<ContextType>;
  PolicyPreset?: PolicyPresetResolvers<ContextType>;
  PolicyChange?: PolicyChangeResolvers<ContextType>;
  PolicyDiff?: PolicyDiffResolvers<ContextType>;
  PolicyActivation?: PolicyActivationResolvers<ContextType>;
  CreatePolicyDraftPayload?: CreatePolicyDraftPayloadResolvers<ContextType>;
  PolicyCheck?: PolicyCheckResolvers<ContextType>;
  ActivatePolicyPayload?: ActivatePolicyPayloadResolvers<ContextType>;
  BacktestReport?: BacktestReportResolvers<ContextType>;
  BacktestSide?: BacktestSideResolvers<ContextType>;
  BacktestDifference?: BacktestDifferenceResolvers<ContextType>;
  SeverityShift?: SeverityShiftResolvers<ContextType>;
  SignalSeverityChange?: SignalSeverityChangeResolvers<ContextType>;
  IncidentSeverityChange?: IncidentSeverityChangeResolvers<ContextType>;
  MergedIncident?: MergedIncidentResolvers<ContextType>;
  BacktestProgress?: BacktestProgressResolvers<ContextType>;
  Revision?: RevisionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Signal?: SignalResolvers<ContextType>;
  MetricReading?: MetricReadingResolvers<ContextType>;
  Label?: LabelResolvers<ContextType>;
  Bridge?: BridgeResolvers<ContextType>;
  SignalSource?: SignalSourceResolvers<ContextType>;
  IngestSignalPayload?: IngestSignalPayloadResolvers<ContextType>;
  IngestSignalsPayload?: IngestSignalsPayloadResolvers<ContextType>;
  Matcher?: MatcherResolvers<ContextType>;
  MatchedAlert?: MatchedAlertResolvers<ContextType>;
  MatcherPreview?: MatcherPreviewResolvers<ContextType>;
  Silence?: SilenceResolvers<ContextType>;
  SilenceConnection?: SilenceConnectionResolvers<ContextType>;
  SilenceEdge?: SilenceEdgeResolvers<ContextType>;
  CreateSilencePayload?: CreateSilencePayloadResolvers<ContextType>;
  ExpireSilencePayload?: ExpireSilencePayloadResolvers<ContextType>;
  MaintenanceWindow?: MaintenanceWindowResolvers<ContextType>;
  MaintenanceOccurrence?: MaintenanceOccurrenceResolvers<ContextType>;
  MaintenanceWindowConnection?: MaintenanceWindowConnectionResolvers<ContextType>;
  MaintenanceWindowEdge?: MaintenanceWindowEdgeResolvers<ContextType>;
  CreateMaintenanceWindowPayload?: CreateMaintenanceWindowPayloadResolvers<ContextType>;
  DeleteMaintenanceWindowPayload?: DeleteMaintenanceWindowPayloadResolvers<ContextType>;
  MaintenancePreview?: MaintenancePreviewResolvers<ContextType>;
  Suppressor?: SuppressorResolvers<ContextType>;
  SuppressedAlert?: SuppressedAlertResolvers<ContextType>;
  SuppressedAlertConnection?: SuppressedAlertConnectionResolvers<ContextType>;
  SuppressedAlertEdge?: SuppressedAlertEdgeResolvers<ContextType>;
};
