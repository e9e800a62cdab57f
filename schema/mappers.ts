/**
 * The values behind object types that resolvers pass on, as `path#Type as Alias` seen from the generated resolver types.
 * The alias keeps a type apart from the contract's type of the same name.
 * A type that is not listed must be returned with all its fields; add a line when some of them have resolvers of their own.
 */
export const mappers: Record<string, string> = {
  Alert: '../../../domain/alert.ts#Alert as AlertModel',
  AlertConnection: '../models.ts#AlertPage',
  BacktestReport: '../../../application/backtestReport.ts#BacktestReport as BacktestReportModel',
  Decision: '../../../domain/decision.ts#Decision as DecisionModel',
  Escalation: '../../../domain/escalation.ts#Escalation as EscalationModel',
  Incident: '../../../domain/incident.ts#Incident as IncidentModel',
  IncidentConnection: '../models.ts#IncidentPage',
  MaintenanceWindow: '../../../domain/suppression.ts#MaintenanceWindow as MaintenanceWindowModel',
  MaintenanceWindowConnection: '../models.ts#MaintenanceWindowPage',
  Matcher: '../../../domain/matcher.ts#Matcher as MatcherModel',
  Metrics: '../../../application/readMetrics.ts#Metrics as MetricsModel',
  Policy: '../../../application/policies.ts#PolicyVersion as PolicyModel',
  PolicyActivation: '../../../application/policyAudit.ts#PolicyActivation as PolicyActivationModel',
  PolicyActivationConnection: '../models.ts#PolicyActivationPage',
  PolicyConnection: '../models.ts#PolicyPage',
  Service: '../../../domain/service.ts#CatalogueService as CatalogueServiceModel',
  ServiceConnection: '../models.ts#ServicePage',
  ShadowVerdict: '../../../domain/decision.ts#ShadowVerdict as ShadowVerdictModel',
  SeverityModel: '../../../persistence/learnedModels.ts#StoredModel as SeverityModelModel',
  SeverityTraining: '../../../domain/training.ts#SeverityTraining as SeverityTrainingModel',
  Signal: '../../../domain/signal.ts#Signal as SignalModel',
  Silence: '../../../domain/suppression.ts#Silence as SilenceModel',
  SilenceConnection: '../models.ts#SilencePage',
  SuppressedAlert: '../../../domain/suppression.ts#SuppressedAlert as SuppressedAlertModel',
  SuppressedAlertConnection: '../models.ts#SuppressedAlertPage',
  Suppressor: '../../../domain/suppression.ts#Suppressor as SuppressorModel',
  SystemStatus: '../../../application/readSystemStatus.ts#SystemStatus as SystemStatusModel',
  TimelineConnection: '../models.ts#TimelinePage',
  TimelineEvent: '../../../domain/timeline.ts#TimelineEvent as TimelineEventModel',
};
