import type { EscalationId, IncidentId } from './ids.ts';

/** An escalation that fired. */
export interface Escalation {
  readonly id: EscalationId;
  readonly incidentId: IncidentId;
  readonly policyVersion: number;
  /** The incident's `escalationEpisode` at that time. */
  readonly episode: number;
  /** The step of the policy, from 1; 0 for the systemic rule. */
  readonly step: number;
  /** How many times this step had fired before in this episode. A step fires once per incident, policy version, episode and repeat. */
  readonly repeat: number;
  /** The factor that crossed its threshold. */
  readonly factor: string;
  readonly reason: string;
  readonly targets: readonly string[];
  readonly at: Date;
}
