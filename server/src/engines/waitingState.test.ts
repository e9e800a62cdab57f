import { describe, expect, it } from 'vitest';
import { afterWaiting, nobodyWaits, type WaitingAlert } from './waitingState.ts';

describe('those that wait', () => {
  const waiting = (dedupKey: string) => ({ dedupKey }) as WaitingAlert;

  it('are bounded: the one heard longest ago is forgotten', () => {
    let state = nobodyWaits;
    for (const key of ['a', 'b', 'a', 'c']) state = afterWaiting(state, waiting(key), new Set(), 2);
    expect(state.alerts.map(({ dedupKey }) => dedupKey)).toEqual(['a', 'c']);
  });

  it('stay the same state when nothing changes', () => {
    const state = afterWaiting(nobodyWaits, waiting('a'), new Set(), 2);
    expect(afterWaiting(state, null, new Set(['b']), 2)).toBe(state);
    expect(afterWaiting(state, null, new Set(['a']), 2).alerts).toEqual([]);
  });
});
