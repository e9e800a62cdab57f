/** Things that are followed by their revision. */
export const revisionKinds = [
  'SILENCES',
  'MAINTENANCE_WINDOWS',
  'SUPPRESSED_ALERTS',
  'POLICIES',
  'SERVICES',
  'API_TOKENS',
  'SEVERITY_MODELS',
  'SIGNALS',
] as const;
export type RevisionKind = (typeof revisionKinds)[number];
