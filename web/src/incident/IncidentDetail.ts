import type { IncidentDetailQuery } from '../__generated__/operations.ts';

export type IncidentDetail = NonNullable<IncidentDetailQuery['incident']>;
export type IncidentAlert = IncidentDetail['alerts']['nodes'][number];
export type IncidentDecision = IncidentDetail['decision'];
export type DecisionFactor = IncidentDecision['factors'][number];
