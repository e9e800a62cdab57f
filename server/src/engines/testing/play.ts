import type { Incident } from '../../domain/incident.ts';
import { severities } from '../../domain/severity.ts';
import { assign } from '../assign.ts';
import { reviewQuiet } from '../correlation.ts';
import { escalateDue } from '../escalation.ts';
import { acknowledge, addNote, reopen, resolve, unacknowledge } from '../lifecycle.ts';
import type { LifecycleCommand, LifecycleResult } from '../lifecycleCommand.ts';
import { type MergeResult, merge, unmerge } from '../merge.ts';
import { liftOverride, overrideSeverity } from '../overrideSeverity.ts';
import type { Policy } from '../policy.ts';
import { endSnooze, lapseAcknowledgement, snooze, unsnooze } from '../snooze.ts';
import { minute, newSignal } from './fixtures.ts';
import type { Rehearsal } from './rehearsal.ts';

const services = ['checkout', 'search', 'payments'];

/** Everything that a person or time can do, to one incident or between two. */
const acts = {
  acknowledge: (incident, command, policy) => acknowledge(incident, command, policy),
  unacknowledge: (incident, command, policy) => unacknowledge(incident, command, policy),
  resolve: (incident, command) => resolve(incident, command),
  reopen: (incident, command, policy) => reopen(incident, command, policy),
  note: (incident, command, policy) => addNote(incident, command, policy),
  snooze: (incident, command, policy, extent) =>
    snooze(incident, { ...command, until: new Date(command.now.getTime() + extent * 60_000) }, policy),
  unsnooze: (incident, command, policy) => unsnooze(incident, command, policy),
  assign: (incident, command, policy, extent) =>
    assign(incident, { ...command, assignee: extent % 3 === 0 ? null : `person ${extent % 3}` }, policy),
  override: (incident, command, policy, extent) =>
    overrideSeverity(incident, { ...command, severity: severities[extent % 4] ?? 'LOW' }, policy),
  lift: (incident, command, policy) => liftOverride(incident, command, policy),
} satisfies Record<
  string,
  (incident: Incident, command: LifecycleCommand, policy: Policy, extent: number) => LifecycleResult
>;

export type Act = keyof typeof acts;
export const actNames = Object.keys(acts) as Act[];

export function act(what: Act, incident: Incident, command: LifecycleCommand, policy: Policy, extent: number) {
  return acts[what](incident, command, policy, extent);
}

const kinds = [...actNames, 'merge', 'unmerge', 'time', 'signal', 'signal', 'signal'] as const;

/** One thing that happens: what, after how many minutes, to what extent, to which incident, and with which other. All of it at least 0. */
export type Step = readonly [what: number, waitMinutes: number, extent: number, which: number, other: number];

/**
 * Plays a story of signals of three services, what people do about them and what time makes due; looks at each incident before and after each
 * thing that could have changed it.
 */
export function play(
  rehearsal: Rehearsal,
  policy: Policy,
  story: readonly Step[],
  look: (before: Incident | undefined, after: Incident) => void = () => {},
): void {
  let at = 0;
  const taken = (consequences: Parameters<Rehearsal['take']>[0]) => {
    const before = new Map(rehearsal.incidents);
    rehearsal.take(consequences);
    for (const { incident } of consequences.changed) look(before.get(incident.id), incident);
  };
  for (const [kind, waitMinutes, extent, which, other] of story) {
    const what = kinds[kind % kinds.length] ?? 'signal';
    at += waitMinutes;
    const now = minute(at);
    const command = { now, actor: 'Ada', note: 'because', tokenId: null };
    const incidents = [...rehearsal.incidents.values()];
    const incident = incidents[which % Math.max(1, incidents.length)];
    if (what === 'signal') {
      const before = new Map(rehearsal.incidents);
      const signal = {
        service: services[which % services.length] ?? 'checkout',
        title: other % 2 === 0 ? 'a' : 'b',
        state: extent % 4 === 0 ? 'RESOLVED' : 'FIRING',
        reportedSeverity: severities[extent % 4] ?? null,
      } as const;
      for (const { incident: after } of rehearsal.signal(newSignal(signal), now).changed) {
        look(before.get(after.id), after);
      }
    } else if (incident === undefined) {
      // Nothing has happened yet.
    } else if (what === 'time') {
      for (const one of incidents) {
        for (const due of [endSnooze, lapseAcknowledgement]) {
          const current = rehearsal.incidents.get(one.id);
          if (current !== undefined) taken(due(current, policy, now));
        }
        const current = rehearsal.incidents.get(one.id) ?? one;
        taken(escalateDue(current, policy, 1, now, rehearsal.newId));
        const review = reviewQuiet(rehearsal.incidents.get(one.id) ?? one, policy, 1, now);
        if (review !== null && 'changed' in review) taken(review);
      }
    } else if (what === 'merge' || what === 'unmerge') {
      const host =
        what === 'merge' ? incidents[other % incidents.length] : incidents.find(({ id }) => id === incident.mergedInto);
      const decided = tryPair(rehearsal, what, incident, host ?? incident, command, policy);
      if (decided.ok) taken(decided.consequences);
    } else {
      const result = acts[what](incident, command, policy, extent);
      // Reopening where the group has another open incident is refused by the database.
      const conflicts = incidents.some((one) => sharesOpenGroup(one, incident));
      if (!result.ok || (incident.status === 'RESOLVED' && result.incident.status !== 'RESOLVED' && conflicts))
        continue;
      taken({ changed: [{ incident: result.incident, kind: result.kind ?? 'UPDATED' }], events: result.events });
    }
  }
}

function tryPair(
  rehearsal: Rehearsal,
  what: 'merge' | 'unmerge',
  incident: Incident,
  host: Incident,
  command: LifecycleCommand,
  policy: Policy,
): MergeResult {
  const decide = what === 'merge' ? merge : unmerge;
  const asked = decide({ incident, host, firingMoved: 0 }, command, policy);
  const conflicts =
    what === 'unmerge' && [...rehearsal.incidents.values()].some((one) => sharesOpenGroup(one, incident));
  if (!asked.ok || asked.consequences.changed.length === 0 || conflicts) {
    return { ok: true, consequences: { changed: [], events: [], escalations: [], intents: [] } };
  }
  const [from, to] = what === 'merge' ? [incident, host] : [host, incident];
  return decide({ incident, host, firingMoved: rehearsal.moveAlerts(from.id, to.id, incident.id) }, command, policy);
}

function sharesOpenGroup(one: Incident, other: Incident): boolean {
  return one.id !== other.id && one.groupKey === other.groupKey && one.status !== 'RESOLVED';
}
