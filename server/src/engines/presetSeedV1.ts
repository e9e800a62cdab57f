import type { PolicyDocument } from './policySchema.ts';
import { presetLoadV2 } from './presetLoadV2.ts';

/** The rules of the system that Vigil grew from, DESIGN 3.1: every signal is its own incident, and nothing resolves itself. */
export const presetSeedV1: PolicyDocument = {
  ...presetLoadV2,
  name: 'seed-v1',
  profile: 'seed-v1',
  baseline: { ...presetLoadV2.baseline, scope: 'global', minimumReadings: 30 },
  severity: {
    ...presetLoadV2.severity,
    cuts: { MEDIUM: 0.3, HIGH: 0.7, CRITICAL: 0.7 },
    floors: [],
    logBelow: 0,
  },
  dedupLabels: [],
  grouping: { ...presetLoadV2.grouping, by: 'signal', reopenMinutes: 0, quietMinutes: null, keyedQuietMinutes: null },
  escalation: {
    ...presetLoadV2.escalation,
    steps: [],
    systemic: { ...presetLoadV2.escalation.systemic, opensIncident: false },
  },
};
