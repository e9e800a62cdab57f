import type { Viewer } from '../domain/access.ts';
import type { Incident } from '../domain/incident.ts';
import type { UserError } from '../domain/userError.ts';
import type { LifecycleCommand, LifecycleResult } from '../engines/lifecycle.ts';
import type { Policy } from '../engines/policy.ts';
import { findIncident, lockIncidents } from '../persistence/incidents.ts';
import { isOpenGroupConflict } from '../persistence/transient.ts';
import type { App } from './app.ts';
import { cleanText } from './cleanText.ts';
import { PendingConsequences } from './pendingConsequences.ts';

export interface IncidentCommandInput {
  /** The incident's UUID, or its number. */
  readonly id: string;
  readonly note?: string | null;
}

export interface IncidentPayload {
  /** The incident after the command; null when there is none with that id. */
  readonly incident: Incident | null;
  readonly userErrors: readonly UserError[];
}

const noteBound = 5000;

/** Locks an incident, lets the lifecycle engine decide, and stores what follows in one transaction. */
export async function changeIncident(
  app: App,
  viewer: Viewer,
  input: IncidentCommandInput,
  decide: (incident: Incident, command: LifecycleCommand, policy: Policy, policyVersion: number) => LifecycleResult,
): Promise<IncidentPayload> {
  const note = cleanNote(input.note);
  if (note !== null && note.length > noteBound) {
    const message = `note has ${note.length} characters, at most ${noteBound} are allowed`;
    return { incident: null, userErrors: [{ code: 'INVALID', message, field: ['input', 'note'] }] };
  }
  const { policy, version } = await app.policies.active();
  let payload: IncidentPayload = notFound(input.id);
  try {
    await app.database.sql.begin(async (tx) => {
      const found = await findIncident(tx, input.id);
      const [incident] = await lockIncidents(tx, found === null ? [] : [found.id]);
      if (incident === undefined) return;
      const now = await app.clock.now(tx);
      const result = decide(incident, { now, actor: viewer.name, note }, policy, version);
      if (!result.ok) {
        payload = { incident, userErrors: [result.error] };
        return;
      }
      if (result.kind === null && result.events.length === 0) {
        payload = { incident, userErrors: [] };
        return;
      }
      const pending = new PendingConsequences([incident]);
      const changed = [{ incident: result.incident, kind: result.kind ?? 'UPDATED' }];
      pending.add({ changed, events: result.events, escalations: [], intents: [] }, null);
      const stored = await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: now });
      await pending.publish(tx, stored, now);
      payload = { incident: stored.get(incident.id) ?? result.incident, userErrors: [] };
    });
  } catch (error) {
    if (!isOpenGroupConflict(error)) throw error;
    const message = 'Another incident of the same group is open: resolve or use that one';
    const incident = await findIncident(app.database.sql, input.id);
    return { incident, userErrors: [{ code: 'CONFLICT', message, field: ['input', 'id'] }] };
  }
  return payload;
}

function cleanNote(note: string | null | undefined): string | null {
  const clean = cleanText(note ?? '').trim();
  return clean === '' ? null : clean;
}

function notFound(id: string): IncidentPayload {
  const message = `There is no incident ${JSON.stringify(id.slice(0, 60))}`;
  return { incident: null, userErrors: [{ code: 'NOT_FOUND', message, field: ['input', 'id'] }] };
}
