import type { Connection } from '../../application/connection.ts';
import type { PolicyVersion } from '../../application/policies.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Incident } from '../../domain/incident.ts';
import type { TimelineEvent } from '../../domain/timeline.ts';

/** What resolvers pass on for the types of the contract that the generic connection stands behind. */
export type IncidentPage = Connection<Incident>;
export type AlertPage = Connection<Alert>;
export type TimelinePage = Connection<TimelineEvent>;
export type PolicyPage = Connection<PolicyVersion>;
