import type { TransactionSql } from 'postgres';
import type { Viewer } from '../domain/access.ts';
import type { Incident } from '../domain/incident.ts';
import type { UserError } from '../domain/userError.ts';
import type { LifecycleCommand } from '../engines/lifecycleCommand.ts';
import { type MergePair, type MergeResult, merge, unmerge } from '../engines/merge.ts';
import type { Policy } from '../engines/policy.ts';
import { appendChanges } from '../feed/appendChanges.ts';
import { giveAlertsBack, takeAlertsIn } from '../persistence/alerts.ts';
import { findIncident, lockIncidents, readIncidents } from '../persistence/incidents.ts';
import { beginPatiently } from '../persistence/patientTransaction.ts';
import { isOpenGroupConflict } from '../persistence/transient.ts';
import type { App } from './app.ts';
import {
  commandOf,
  groupConflict,
  type IncidentCommandInput,
  type IncidentPayload,
  notFound,
  readNote,
  refusedInput,
} from './changeIncident.ts';
import { incidentsById, PendingConsequences } from './pendingConsequences.ts';

export interface MergeIncidentInput extends IncidentCommandInput {
  /** The UUID or number of the incident that takes it in. */
  readonly into: string;
}

export interface MergePayload extends IncidentPayload {
  /** The other incident after the command. */
  readonly into: Incident | null;
}

interface Step {
  /** The other incident; null, with what is wrong, when there is none. */
  readonly findHost: (tx: TransactionSql, incident: Incident) => Promise<Incident | UserError>;
  readonly decide: (pair: MergePair, command: LifecycleCommand, policy: Policy) => MergeResult;
  readonly moveAlerts: (tx: TransactionSql, pair: Pick<MergePair, 'incident' | 'host'>) => Promise<number>;
}

/** Makes an incident part of another: it is resolved, and its alerts and later signals are the other one's. */
export function mergeIncident(app: App, viewer: Viewer, input: MergeIncidentInput): Promise<MergePayload> {
  return changePair(app, viewer, input, {
    findHost: async (tx) => (await findIncident(tx, input.into)) ?? notFound(input.into, 'into'),
    decide: merge,
    moveAlerts: (tx, { incident, host }) => takeAlertsIn(tx, { from: incident.id, to: host.id }),
  });
}

/** Takes a merged incident out again, with the alerts that it brought. */
export function unmergeIncident(app: App, viewer: Viewer, input: IncidentCommandInput): Promise<MergePayload> {
  return changePair(app, viewer, input, {
    findHost: async (tx, incident) => {
      // One that was not merged is refused by the engine before it looks at another.
      const [host = incident] = await readIncidents(tx, incident.mergedInto === null ? [] : [incident.mergedInto]);
      return host;
    },
    decide: unmerge,
    moveAlerts: (tx, { incident, host }) => giveAlertsBack(tx, { from: host.id, to: incident.id }),
  });
}

async function changePair(app: App, viewer: Viewer, input: IncidentCommandInput, step: Step): Promise<MergePayload> {
  const note = readNote(input.note, 'note');
  if (!note.ok) return { ...refusedInput(note.error), into: null };
  try {
    return await beginPatiently(app.database.sql, async (tx): Promise<MergePayload> => {
      const found = await findIncident(tx, input.id);
      if (found === null) return { ...refusedInput(notFound(input.id, 'id')), into: null };
      const foundHost = await step.findHost(tx, found);
      if ('code' in foundHost) return { incident: found, into: null, userErrors: [foundHost] };
      const locked = await lockIncidents(tx, [...new Set([found.id, foundHost.id])]);
      const incident = locked.find(({ id }) => id === found.id) ?? found;
      const host = locked.find(({ id }) => id === foundHost.id) ?? foundHost;
      if (incident.mergedInto !== found.mergedInto) {
        return { incident, into: host, userErrors: [changedMeanwhile] };
      }
      const [now, { policy, version }] = await Promise.all([app.clock.now(tx), app.policies.active(tx)]);
      const command = { now, ...commandOf(viewer, note.text) };
      const asked = step.decide({ incident, host, firingMoved: 0 }, command, policy);
      if (!asked.ok) return { incident, into: host, userErrors: [asked.error] };
      if (asked.consequences.changed.length === 0) return { incident, into: host, userErrors: [] };
      const firingMoved = await step.moveAlerts(tx, { incident, host });
      const decided = step.decide({ incident, host, firingMoved }, command, policy);
      if (!decided.ok) throw new Error('A merge was allowed and then refused');
      const pending = new PendingConsequences(incidentsById(locked));
      pending.add(decided.consequences, null);
      const stored = await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: now, policyVersion: version });
      await appendChanges(tx, pending.changes(now));
      return { incident: stored.get(incident.id) ?? null, into: stored.get(host.id) ?? null, userErrors: [] };
    });
  } catch (error) {
    if (!isOpenGroupConflict(error)) throw error;
    return { incident: await findIncident(app.database.sql, input.id), into: null, userErrors: [groupConflict] };
  }
}

const changedMeanwhile: UserError = {
  code: 'CONFLICT',
  message: 'Somebody else merged it or took it out at the same moment: look again',
  field: ['input', 'id'],
};
