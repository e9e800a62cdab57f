import type { SystemStateFragment } from '../__generated__/operations.ts';
import { type Activity, withSignals } from './activity.ts';
import { type Announcer, hear, silentAnnouncer, speak } from './announcements.ts';
import { applyChanges } from './applyChanges.ts';
import { type Connection, type ConnectionEvent, nextConnection } from './connection.ts';
import type { LiveChange, LiveIncident } from './liveIncident.ts';
import { type Columns, toColumns, withChanged } from './order.ts';
import { type PendingAction, type PendingActions, type ShownIncident, settle, withPending } from './pendingAction.ts';
import { boardBound, type Incidents, isInScope, prune } from './scope.ts';

/** All that the board shows. Replaced, never written to. */
export interface LiveState {
  readonly load:
    | { readonly kind: 'LOADING' }
    | { readonly kind: 'LOADED' }
    | { readonly kind: 'FAILED'; message: string };
  readonly connection: Connection;
  readonly system: SystemStateFragment | null;
  readonly incidents: Incidents;
  readonly pending: PendingActions;
  readonly columns: Columns<ShownIncident>;
  /** Since when changes wait instead of being shown, and how many do; null while they are shown. */
  readonly paused: { readonly sinceMs: number; readonly waiting: number } | null;
  readonly announcer: Announcer;
  /** The last sentence to read out at once. */
  readonly announcement: { readonly sentence: string; readonly atMs: number } | null;
}

/** How an incident's signals came, when it had taken `total` of them. */
export interface LoadedHistory {
  readonly id: string;
  readonly total: number;
  readonly activity: Activity;
}

export type LiveEvent =
  | { readonly type: 'pageLoaded'; readonly incidents: readonly LiveIncident[]; readonly nowMs: number }
  | { readonly type: 'loaded' }
  | { readonly type: 'loadFailed'; readonly message: string }
  | { readonly type: 'reloaded'; readonly incidents: readonly LiveIncident[]; readonly nowMs: number }
  | { readonly type: 'changed'; readonly changes: readonly LiveChange[]; readonly nowMs: number }
  | { readonly type: 'historiesLoaded'; readonly histories: readonly LoadedHistory[]; readonly nowMs: number }
  | { readonly type: 'systemChanged'; readonly system: SystemStateFragment }
  | { readonly type: 'connection'; readonly event: ConnectionEvent }
  | { readonly type: 'actionBegun'; readonly action: PendingAction }
  | { readonly type: 'actionConfirmed'; readonly id: string; readonly nowMs: number }
  | { readonly type: 'actionFailed'; readonly id: string }
  | { readonly type: 'paused'; readonly nowMs: number }
  | { readonly type: 'resumed' }
  | { readonly type: 'waited'; readonly changes: number }
  | { readonly type: 'ticked'; readonly nowMs: number; readonly prune: boolean };

export const initialLiveState: LiveState = {
  load: { kind: 'LOADING' },
  connection: { kind: 'CONNECTING' },
  system: null,
  incidents: new Map(),
  pending: new Map(),
  columns: { OPEN: [], ACKNOWLEDGED: [], RESOLVED: [] },
  paused: null,
  announcer: silentAnnouncer,
  announcement: null,
};

/** The state after an event. The same object when nothing changed. */
export function nextLiveState(state: LiveState, event: LiveEvent): LiveState {
  switch (event.type) {
    case 'pageLoaded':
      return arranged(state, { incidents: merged(state.incidents, event.incidents, event.nowMs) });
    case 'reloaded':
      return arranged(state, {
        incidents: merged(new Map(), event.incidents, event.nowMs),
        load: { kind: 'LOADED' },
        // What waited is in it.
        paused: state.paused && { ...state.paused, waiting: 0 },
      });
    case 'loaded':
      return { ...state, load: { kind: 'LOADED' } };
    case 'loadFailed':
      return state.load.kind === 'LOADED' ? state : { ...state, load: { kind: 'FAILED', message: event.message } };
    case 'changed':
      return afterChanges(state, event.changes, event.nowMs);
    case 'historiesLoaded':
      return afterHistories(state, event.histories, event.nowMs);
    case 'systemChanged':
      return { ...state, system: event.system };
    case 'connection': {
      const connection = nextConnection(state.connection, event.event);
      return connection === state.connection ? state : { ...state, connection };
    }
    case 'actionBegun':
      return arranged(state, { pending: new Map(state.pending).set(event.action.id, event.action) });
    case 'actionConfirmed': {
      const action = state.pending.get(event.id);
      if (action === undefined) return state;
      const pending = new Map(state.pending).set(event.id, { ...action, confirmedAtMs: event.nowMs });
      return arranged(state, { pending: settle(pending, state.incidents, event.nowMs) });
    }
    case 'actionFailed': {
      const pending = new Map(state.pending);
      return pending.delete(event.id) ? arranged(state, { pending }) : state;
    }
    case 'paused':
      return state.paused === null ? { ...state, paused: { sinceMs: event.nowMs, waiting: 0 } } : state;
    case 'resumed':
      return state.paused === null ? state : { ...state, paused: null };
    case 'waited':
      return state.paused === null ? state : { ...state, paused: { ...state.paused, waiting: event.changes } };
    case 'ticked':
      return afterTick(state, event.nowMs, event.prune);
  }
}

function afterChanges(state: LiveState, changes: readonly LiveChange[], nowMs: number): LiveState {
  if (changes.length === 0) return state;
  // Of what is told again after a break nobody knows here when it came.
  const isPast = state.connection.kind === 'CATCHING_UP';
  const applied = applyChanges(state.incidents, changes, nowMs, isPast);
  const incidents = applied.size > boardBound ? prune(applied, nowMs) : applied;
  const pending = settle(state.pending, incidents, nowMs);
  const ids = [...changes.map(({ incident }) => incident.id), ...state.pending.keys(), ...pending.keys()];
  const next =
    incidents === applied ? rearranged(state, { incidents, pending }, ids) : arranged(state, { incidents, pending });
  return speaking({ ...next, announcer: hear(state.announcer, changes) }, nowMs);
}

/** The feed may be behind the histories or before them: what it has told differently came, or is still to come, now. */
function afterHistories(state: LiveState, histories: readonly LoadedHistory[], nowMs: number): LiveState {
  const incidents = new Map(state.incidents);
  for (const { id, total, activity } of histories) {
    const known = incidents.get(id);
    if (known === undefined) continue;
    incidents.set(id, { ...known, activity: withSignals(activity, known.signalCount - total, nowMs) });
  }
  const ids = histories.map(({ id }) => id);
  return rearranged(state, { incidents, pending: state.pending }, ids);
}

function afterTick(state: LiveState, nowMs: number, isPruning: boolean): LiveState {
  const incidents = isPruning ? prune(state.incidents, nowMs) : state.incidents;
  const pending = settle(state.pending, incidents, nowMs);
  const isSame = incidents === state.incidents && pending === state.pending;
  return speaking(isSame ? state : arranged(state, { incidents, pending }), nowMs);
}

function speaking(state: LiveState, nowMs: number): LiveState {
  const { announcer, sentence } = speak(state.announcer, nowMs);
  if (sentence === null) return announcer === state.announcer ? state : { ...state, announcer };
  return { ...state, announcer, announcement: { sentence, atMs: nowMs } };
}

/** A page replaces what is known: the feed begins only behind the snapshot, and repeats what happened while it was read. */
function merged(known: Incidents, page: readonly LiveIncident[], nowMs: number): Incidents {
  const next = new Map(known);
  for (const incident of page) {
    if (isInScope(incident, nowMs)) next.set(incident.id, incident);
  }
  return next;
}

function arranged(state: LiveState, parts: Partial<LiveState>): LiveState {
  const next = { ...state, ...parts };
  return { ...next, columns: toColumns(shown(next.incidents, next.pending)) };
}

/** The same where no more than these incidents have changed. */
function rearranged(
  state: LiveState,
  parts: Pick<LiveState, 'incidents' | 'pending'>,
  ids: readonly string[],
): LiveState {
  const changed = new Map(
    ids.map((id) => {
      const incident = parts.incidents.get(id);
      return [id, incident && withPending(incident, parts.pending.get(id))] as const;
    }),
  );
  return { ...state, ...parts, columns: withChanged(state.columns, changed) };
}

function* shown(incidents: Incidents, pending: PendingActions): Iterable<ShownIncident> {
  for (const incident of incidents.values()) yield withPending(incident, pending.get(incident.id));
}
