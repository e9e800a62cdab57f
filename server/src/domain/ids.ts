declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** UUID, version 7: ordered by the time of its making. */
export type SignalId = Branded<'SignalId'>;
/** Of one attempt to store a batch of signals. */
export type BatchId = Branded<'BatchId'>;
export type TrainingId = Branded<'TrainingId'>;
export type AlertId = Branded<'AlertId'>;
export type IncidentId = Branded<'IncidentId'>;
export type EscalationId = Branded<'EscalationId'>;
export type TokenId = Branded<'TokenId'>;
export type SilenceId = Branded<'SilenceId'>;
export type MaintenanceWindowId = Branded<'MaintenanceWindowId'>;

/** Where ids come from: an argument, so that engines and tests are deterministic. `Id` is one of the brands above. */
export type NewId = <Id extends string>() => Id;
