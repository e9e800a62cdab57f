import type { Permission } from '../../domain/access.ts';
import type { MutationResolvers, QueryResolvers, SubscriptionResolvers } from './__generated__/resolvers.ts';

/** What a root field asks of who calls it; `anyone` is every valid token. */
export type Requirement = Permission | 'anyone';

const query = {
  incident: 'read',
  incidents: 'read',
  metrics: 'read',
  systemStatus: 'read',
  policy: 'read',
  policies: 'read',
  policyDiff: 'read',
  policyPresets: 'read',
  policyJsonSchema: 'read',
  checkPolicy: 'read',
  policyActivations: 'read',
  backtestPolicy: 'read',
  services: 'read',
  learnedGroups: 'read',
  severityModel: 'read',
  severityTraining: 'read',
  silences: 'read',
  maintenanceWindows: 'read',
  maintenancePreview: 'read',
  matcherPreview: 'read',
  suppressedAlerts: 'read',
  bridges: 'read',
  signalSources: 'read',
  apiTokens: 'administer',
  viewer: 'anyone',
} satisfies Record<keyof QueryResolvers, Requirement>;

const mutation = {
  ingestSignal: 'ingest',
  ingestSignals: 'ingest',
  acknowledgeIncident: 'respond',
  unacknowledgeIncident: 'respond',
  resolveIncident: 'respond',
  reopenIncident: 'respond',
  addNote: 'respond',
  snoozeIncident: 'respond',
  unsnoozeIncident: 'respond',
  assignIncident: 'respond',
  overrideSeverity: 'respond',
  mergeIncident: 'respond',
  unmergeIncident: 'respond',
  createPolicyDraft: 'administer',
  activatePolicy: 'administer',
  upsertService: 'administer',
  removeService: 'administer',
  importCatalogue: 'administer',
  trainSeverityModel: 'administer',
  createSilence: 'respond',
  expireSilence: 'respond',
  createMaintenanceWindow: 'respond',
  deleteMaintenanceWindow: 'respond',
  createApiToken: 'administer',
  revokeApiToken: 'administer',
} satisfies Record<keyof MutationResolvers, Requirement>;

const subscription = {
  incidentChanged: 'read',
  incidentFeed: 'read',
  metricsChanged: 'read',
  systemStatusChanged: 'read',
  revisionChanged: 'read',
  backtestProgress: 'read',
} satisfies Record<keyof SubscriptionResolvers, Requirement>;

/** One row for each root field. A field without a row is refused. */
export const permissions: Readonly<
  Record<'query' | 'mutation' | 'subscription', Readonly<Record<string, Requirement>>>
> = { query, mutation, subscription };
