/**
 * The values behind object types that resolvers pass on, as `path#Type as Alias` seen from the generated resolver types.
 * The alias keeps a type apart from the contract's type of the same name.
 * A type that is not listed must be returned with all its fields; add a line when some of them have resolvers of their own.
 */
export const mappers: Record<string, string> = {
  Alert: '../../../domain/alert.ts#Alert as AlertModel',
  AlertConnection: '../models.ts#AlertPage',
  BacktestReport: '../../../application/backtestPolicy.ts#BacktestReport as BacktestReportModel',
  Decision: '../../../domain/decision.ts#Decision as DecisionModel',
  Escalation: '../../../domain/escalation.ts#Escalation as EscalationModel',
  Incident: '../../../domain/incident.ts#Incident as IncidentModel',
  IncidentConnection: '../models.ts#IncidentPage',
  Metrics: '../../../application/readMetrics.ts#Metrics as MetricsModel',
  Policy: '../../../application/policies.ts#PolicyVersion as PolicyModel',
  PolicyConnection: '../models.ts#PolicyPage',
  Signal: '../../../domain/signal.ts#Signal as SignalModel',
  SystemStatus: '../../../application/readSystemStatus.ts#SystemStatus as SystemStatusModel',
  TimelineConnection: '../models.ts#TimelinePage',
  TimelineEvent: '../../../domain/timeline.ts#TimelineEvent as TimelineEventModel',
};
