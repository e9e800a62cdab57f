import type { IncidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import type { RecordedAct } from '../../domain/recordedAct.ts';
import { assign } from '../../engines/assign.ts';
import { acknowledge, addNote, reopen, resolve, unacknowledge } from '../../engines/lifecycle.ts';
import type { LifecycleResult } from '../../engines/lifecycleCommand.ts';
import { type MergePair, type MergeResult, merge, unmerge } from '../../engines/merge.ts';
import { liftOverride, overrideSeverity } from '../../engines/overrideSeverity.ts';
import type { Policy } from '../../engines/policy.ts';
import { snooze, unsnooze } from '../../engines/snooze.ts';
import type { Consequences } from '../../engines/verdict.ts';

type Pair = Pick<MergePair, 'incident' | 'host'>;

/** What an act is repeated in. */
export interface ActWorld {
  readonly policy: Policy;
  readonly incident: (id: IncidentId) => Incident | undefined;
  /** The draft's incident that stands for a real one, or that this one has become part of; null when there is none. */
  readonly standInOf: (real: IncidentId) => IncidentId | null;
  /** Whether another incident of its group is open. */
  readonly isGroupTaken: (incident: Incident) => boolean;
  /** Each moves alerts and answers how many of them fire. */
  readonly takeAlertsIn: (pair: Pair) => number;
  readonly giveAlertsBack: (pair: Pair) => number;
}

/**
 * Does to a draft's incident what a person did to the real one, and answers what follows; null where it does not apply to it. So an
 * incident is not merged into the one that it is a part of already, nor reopened beside another one of its group.
 */
export function repeatAct(incident: Incident, act: RecordedAct, world: ActWorld): Consequences | null {
  switch (act.kind) {
    case 'MERGED': {
      const host = known(world.standInOf(act.into), world);
      if (host === null || host.id === incident.id) return null;
      return movedAlerts({ incident, host }, world.takeAlertsIn, (pair) => merge(pair, commandOf(act), world.policy));
    }
    case 'UNMERGED': {
      const host = known(incident.mergedInto, world);
      if (host === null || world.isGroupTaken(incident)) return null;
      return movedAlerts({ incident, host }, world.giveAlertsBack, (pair) =>
        unmerge(pair, commandOf(act), world.policy),
      );
    }
    default: {
      if (act.kind === 'REOPENED' && world.isGroupTaken(incident)) return null;
      const result = repeated(incident, act, world.policy);
      if (!result.ok || (result.kind === null && result.events.length === 0)) return null;
      const changed = [{ incident: result.incident, kind: result.kind ?? ('UPDATED' as const) }];
      return { changed, events: result.events, escalations: [], intents: result.intents ?? [] };
    }
  }
}

function repeated(
  incident: Incident,
  act: Exclude<RecordedAct, { kind: 'MERGED' | 'UNMERGED' }>,
  policy: Policy,
): LifecycleResult {
  const command = commandOf(act);
  switch (act.kind) {
    case 'ACKNOWLEDGED':
      return acknowledge(incident, command, policy);
    case 'UNACKNOWLEDGED':
      return unacknowledge(incident, command, policy);
    case 'RESOLVED':
      return resolve(incident, command);
    case 'REOPENED':
      return reopen(incident, command, policy);
    case 'NOTE_ADDED':
      return addNote(incident, { ...command, note: 'as then' }, policy);
    case 'SNOOZED':
      return snooze(incident, { ...command, until: act.until }, policy);
    case 'SNOOZE_ENDED':
      return unsnooze(incident, command, policy);
    case 'ASSIGNED':
      return assign(incident, { ...command, assignee: act.assignee }, policy);
    case 'SEVERITY_OVERRIDDEN':
      return overrideSeverity(incident, { ...command, note: act.reason, severity: act.severity }, policy);
    case 'SEVERITY_OVERRIDE_LIFTED':
      return liftOverride(incident, command, policy);
  }
}

function commandOf({ at, actor }: RecordedAct) {
  return { now: at, actor, note: null };
}

function known(id: IncidentId | null, world: ActWorld): Incident | null {
  return id === null ? null : (world.incident(id) ?? null);
}

/** Asked before alerts are moved, and again with how many of them fire. */
function movedAlerts(pair: Pair, move: ActWorld['takeAlertsIn'], decide: (pair: MergePair) => MergeResult) {
  const asked = decide({ ...pair, firingMoved: 0 });
  if (!asked.ok || asked.consequences.changed.length === 0) return null;
  const decided = decide({ ...pair, firingMoved: move(pair) });
  return decided.ok ? decided.consequences : null;
}
