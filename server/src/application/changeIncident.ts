import type { Viewer } from '../domain/access.ts';
import type { Incident } from '../domain/incident.ts';
import type { UserError } from '../domain/userError.ts';
import type { LifecycleCommand, LifecycleResult } from '../engines/lifecycleCommand.ts';
import type { Policy } from '../engines/policy.ts';
import { appendChanges } from '../feed/appendChanges.ts';
import { findIncident, lockIncidents } from '../persistence/incidents.ts';
import { beginPatiently } from '../persistence/patientTransaction.ts';
import { isOpenGroupConflict } from '../persistence/transient.ts';
import type { App } from './app.ts';
import { cleanText } from './cleanText.ts';
import { incidentsById, PendingConsequences } from './pendingConsequences.ts';

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
  const note = readNote(input.note, 'note');
  if (!note.ok) return refusedInput(note.error);
  let payload: IncidentPayload = refusedInput(notFound(input.id, 'id'));
  try {
    await beginPatiently(app.database.sql, async (tx) => {
      const found = await findIncident(tx, input.id);
      const [incident] = await lockIncidents(tx, found === null ? [] : [found.id]);
      if (incident === undefined) return;
      const [now, { policy, version }] = await Promise.all([app.clock.now(tx), app.policies.active(tx)]);
      const result = decide(incident, { now, ...commandOf(viewer, note.text) }, policy, version);
      if (!result.ok) {
        payload = { incident, userErrors: [result.error] };
        return;
      }
      if (result.kind === null && result.events.length === 0) {
        payload = { incident, userErrors: [] };
        return;
      }
      const pending = new PendingConsequences(incidentsById([incident]));
      const changed = [{ incident: result.incident, kind: result.kind ?? 'UPDATED' }];
      pending.add({ changed, events: result.events, escalations: [], intents: result.intents ?? [] }, null);
      const stored = await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: now, policyVersion: version });
      await appendChanges(tx, pending.changes(now));
      payload = { incident: stored.get(incident.id) ?? result.incident, userErrors: [] };
    });
  } catch (error) {
    if (!isOpenGroupConflict(error)) throw error;
    return { incident: await findIncident(app.database.sql, input.id), userErrors: [groupConflict] };
  }
  return payload;
}

export type ReadNote =
  | { readonly ok: true; readonly text: string | null }
  | { readonly ok: false; readonly error: UserError };

/** What a person wrote, cleaned; null when it is nothing. */
export function readNote(given: string | null | undefined, field: string): ReadNote {
  const text = cleanText(given ?? '').trim();
  if (text.length <= noteBound) return { ok: true, text: text === '' ? null : text };
  const message = `${field} has ${text.length} characters, at most ${noteBound} are allowed`;
  return { ok: false, error: { code: 'INVALID', message, field: ['input', field] } };
}

/** Who does it, by which token, and what they say about it. */
export function commandOf({ name, tokenId }: Viewer, note: string | null): Omit<LifecycleCommand, 'now'> {
  return { actor: name, tokenId, note };
}

export function refusedInput(error: UserError): IncidentPayload {
  return { incident: null, userErrors: [error] };
}

export function notFound(id: string, field: string): UserError {
  const message = `There is no incident ${JSON.stringify(id.slice(0, 60))}`;
  return { code: 'NOT_FOUND', message, field: ['input', field] };
}

export const groupConflict: UserError = {
  code: 'CONFLICT',
  message: 'Another incident of the same group is open: resolve or use that one',
  field: ['input', 'id'],
};
