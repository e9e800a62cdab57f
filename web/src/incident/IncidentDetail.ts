import type { IncidentStoryFragment, RelatedIncidentFragment } from '../__generated__/operations.ts';

export type IncidentDetail = IncidentStoryFragment;
export type IncidentAlert = IncidentDetail['alerts']['nodes'][number];
export type IncidentDecision = IncidentDetail['decision'];
export type DecisionFactor = IncidentDecision['factors'][number];
export type RelatedIncident = RelatedIncidentFragment;
