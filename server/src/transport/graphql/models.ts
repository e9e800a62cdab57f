import type { Connection } from '../../application/connection.ts';
import type { PolicyVersion } from '../../application/policies.ts';
import type { PolicyActivation } from '../../application/policyAudit.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Incident } from '../../domain/incident.ts';
import type { CatalogueService } from '../../domain/service.ts';
import type { MaintenanceWindow, Silence, SuppressedAlert } from '../../domain/suppression.ts';
import type { TimelineEvent } from '../../domain/timeline.ts';

/** What resolvers pass on for the types of the contract that the generic connection stands behind. */
export type IncidentPage = Connection<Incident>;
export type AlertPage = Connection<Alert>;
export type TimelinePage = Connection<TimelineEvent>;
export type PolicyActivationPage = Connection<PolicyActivation>;
export type PolicyPage = Connection<PolicyVersion>;
export type SilencePage = Connection<Silence>;
export type MaintenanceWindowPage = Connection<MaintenanceWindow>;
export type SuppressedAlertPage = Connection<SuppressedAlert>;
export type ServicePage = Connection<CatalogueService>;
