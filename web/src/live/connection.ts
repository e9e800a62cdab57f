/** What the board knows about its connection. Times are milliseconds since 1970 by this browser's clock. */
export type Connection =
  | { readonly kind: 'CONNECTING' }
  | { readonly kind: 'LIVE'; readonly beatAt: number }
  | { readonly kind: 'DELAYED'; readonly beatAt: number }
  | {
      readonly kind: 'OFFLINE';
      readonly since: number;
      /** The last beat: the age of what is shown. Null when there never was one. */
      readonly beatAt: number | null;
      /** When the next attempt begins; null while one is under way. */
      readonly retryAt: number | null;
    }
  | { readonly kind: 'CATCHING_UP'; readonly replayed: number; readonly since: number; readonly beatAt: number | null }
  | { readonly kind: 'RESYNCED'; readonly since: number; readonly beatAt: number };

export type ConnectionEvent =
  /** An attempt to connect begins. */
  | { readonly type: 'connecting'; readonly at: number }
  /** The socket is open and accepted. */
  | { readonly type: 'connected'; readonly at: number }
  | { readonly type: 'closed'; readonly at: number }
  | { readonly type: 'retryScheduled'; readonly at: number; readonly retryAt: number }
  /** The feed delivered: `changes` many, or none in a beat. `caughtUp` when nothing older is to come. */
  | { readonly type: 'batch'; readonly at: number; readonly changes: number; readonly caughtUp: boolean }
  /** The cursor was refused, and the snapshot has been read again. */
  | { readonly type: 'resynced'; readonly at: number }
  | { readonly type: 'tick'; readonly at: number };

/** The server beats every 2 s. */
const delayedAfterMs = 6_000;
/** How long the board says that it was loaded anew. */
const resyncedForMs = 10_000;
/** From here on a lost connection is called offline instead of reconnecting. */
const offlineAfterMs = 20_000;

export function nextConnection(state: Connection, event: ConnectionEvent): Connection {
  switch (event.type) {
    case 'connecting':
      return state.kind === 'OFFLINE' ? { ...state, retryAt: null } : state;
    case 'connected':
      return state.kind === 'OFFLINE'
        ? { kind: 'CATCHING_UP', replayed: 0, since: event.at, beatAt: state.beatAt }
        : state;
    case 'closed':
      return state.kind === 'OFFLINE'
        ? state
        : { kind: 'OFFLINE', since: event.at, beatAt: beatOf(state), retryAt: null };
    case 'retryScheduled':
      return state.kind === 'OFFLINE'
        ? { ...state, retryAt: event.retryAt }
        : { kind: 'OFFLINE', since: event.at, beatAt: beatOf(state), retryAt: event.retryAt };
    case 'batch':
      return afterBatch(state, event);
    case 'resynced':
      return { kind: 'RESYNCED', since: event.at, beatAt: event.at };
    case 'tick':
      return afterTick(state, event.at);
  }
}

function afterBatch(state: Connection, event: Extract<ConnectionEvent, { type: 'batch' }>): Connection {
  if (state.kind === 'RESYNCED' && event.at - state.since < resyncedForMs) return { ...state, beatAt: event.at };
  // Once live, a busy moment is not a gap: only what follows a break counts as catching up.
  if (event.caughtUp || state.kind === 'LIVE' || state.kind === 'RESYNCED') return { kind: 'LIVE', beatAt: event.at };
  // What happened while the board was read for the first time makes nothing on it old: nothing is pushed down for it.
  if (state.kind === 'CONNECTING') return state;
  const isCatchingUp = state.kind === 'CATCHING_UP';
  return {
    kind: 'CATCHING_UP',
    replayed: (isCatchingUp ? state.replayed : 0) + event.changes,
    since: isCatchingUp ? state.since : event.at,
    beatAt: event.at,
  };
}

function afterTick(state: Connection, at: number): Connection {
  switch (state.kind) {
    case 'CONNECTING':
    case 'OFFLINE':
    case 'DELAYED':
      return state;
    case 'LIVE':
    case 'RESYNCED':
      if (at - state.beatAt >= delayedAfterMs) return { kind: 'DELAYED', beatAt: state.beatAt };
      if (state.kind === 'RESYNCED' && at - state.since >= resyncedForMs) return { kind: 'LIVE', beatAt: state.beatAt };
      return state;
    case 'CATCHING_UP': {
      const heardAt = Math.max(state.beatAt ?? 0, state.since);
      return at - heardAt >= delayedAfterMs ? { kind: 'DELAYED', beatAt: state.beatAt ?? state.since } : state;
    }
  }
}

function beatOf(state: Connection): number | null {
  return state.kind === 'CONNECTING' ? null : state.beatAt;
}

/** A replay is over when a batch brings nothing, or changes as young as the feed's own gathering makes them. */
export function isCaughtUp(batch: {
  readonly changes: readonly { readonly at: string }[];
  readonly serverTime: string;
}) {
  const last = batch.changes.at(-1);
  return last === undefined || Date.parse(batch.serverTime) - Date.parse(last.at) < 1_500;
}

export type ConnectionWord = 'Connecting' | 'Live' | 'Reconnecting' | 'Catching up' | 'Delayed' | 'Offline';

/** One word for it. */
export function connectionWord(state: Connection, nowMs: number, isBrowserOnline: boolean): ConnectionWord {
  switch (state.kind) {
    case 'CONNECTING':
      return 'Connecting';
    case 'LIVE':
    case 'RESYNCED':
      return 'Live';
    case 'DELAYED':
      return 'Delayed';
    case 'CATCHING_UP':
      return 'Catching up';
    case 'OFFLINE':
      return isBrowserOnline && nowMs - state.since < offlineAfterMs ? 'Reconnecting' : 'Offline';
  }
}

/** Whether what is shown may be old, so that nothing old looks live. */
export function isStale(state: Connection): boolean {
  return state.kind === 'OFFLINE' || state.kind === 'DELAYED';
}
