import type { TransactionSql } from 'postgres';
import type { Escalation } from '../domain/escalation.ts';
import type { IncidentId, SignalId } from '../domain/ids.ts';

/** Stores escalations; one that fired before, in this or another server, is left as it was. */
export async function insertEscalations(
  tx: TransactionSql,
  escalations: readonly { escalation: Escalation; signalId: SignalId | null }[],
): Promise<void> {
  for (const { escalation, signalId } of escalations) {
    await tx`
      insert into escalation (id, incident_id, signal_id, policy_version, episode, step, repeat, factor, reason, targets, at)
      values (${escalation.id}, ${escalation.incidentId}, ${signalId}, ${escalation.policyVersion}, ${escalation.episode},
        ${escalation.step}, ${escalation.repeat}, ${escalation.factor}, ${escalation.reason},
        ${JSON.stringify(escalation.targets)}::text::jsonb, ${escalation.at})
      on conflict on constraint escalation_once do nothing`;
  }
}

/** The escalations that these signals set off. */
export async function readEscalationsOfSignals(
  tx: TransactionSql,
  signalIds: readonly SignalId[],
): Promise<(Escalation & { signalId: SignalId })[]> {
  if (signalIds.length === 0) return [];
  return tx<(Escalation & { signalId: SignalId })[]>`
    select * from escalation where signal_id = any(${[...signalIds]}::uuid[]) order by at`;
}

/** Which of these incidents the systemic rule has escalated since they were opened or reopened. */
export async function readSystemicIncidents(
  tx: TransactionSql,
  incidentIds: readonly IncidentId[],
): Promise<Set<IncidentId>> {
  const rows = await tx<{ id: IncidentId }[]>`
    select incident.id from escalation join incident on incident.id = escalation.incident_id
    where incident.id = any(${[...incidentIds]}::uuid[]) and escalation.step = 0 and escalation.episode = incident.escalation_episode`;
  return new Set(rows.map(({ id }) => id));
}
