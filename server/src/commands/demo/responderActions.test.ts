import { describe, expect, it } from 'vitest';
import { type BoardIncident, responderActions } from './responderActions.ts';

const now = Date.parse('2026-11-23T08:15:00.250Z');
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();
const responders = ['Mira', 'Jonas'];

function incident(changes: Partial<BoardIncident> & { age: number }): BoardIncident {
  const { age, ...rest } = changes;
  return {
    id: `i${rest.number ?? 25}`,
    number: 25,
    service: 'search',
    severity: 'HIGH',
    status: 'OPEN',
    openedAt: ago(age),
    acknowledgedAt: null,
    acknowledgedBy: null,
    ...rest,
  };
}
const acknowledged = (by: string, seconds: number) =>
  ({ status: 'ACKNOWLEDGED', acknowledgedAt: ago(seconds), acknowledgedBy: by }) as const;

describe('responderActions', () => {
  it.each([
    ['a new HIGH waits', incident({ age: 5 }), null],
    ['a HIGH is acknowledged', incident({ age: 151 }), 'acknowledge'],
    ['a CRITICAL is left to the visitor', incident({ severity: 'CRITICAL', age: 45 }), null],
    ['a CRITICAL is acknowledged in the end', incident({ severity: 'CRITICAL', age: 241 }), 'acknowledge'],
    ['a LOW is not acknowledged', incident({ severity: 'LOW', age: 600 }), null],
    ['a LOW that is stale is resolved', incident({ severity: 'LOW', age: 901 }), 'resolve'],
    ['what was acknowledged a moment ago is worked on', incident({ age: 90, ...acknowledged('Mira', 59) }), null],
    ['what was acknowledged long ago is resolved', incident({ age: 300, ...acknowledged('Mira', 181) }), 'resolve'],
    ['what the visitor acknowledged is theirs', incident({ age: 300, ...acknowledged('admin', 181) }), null],
    ['what still fires is not resolved', incident({ age: 900, service: 'auth', ...acknowledged('Mira', 800) }), null],
  ])('%s', (_name, one, kind) => {
    const actions = responderActions({ incidents: [one], firing: new Set(['auth']), responders, nowMs: now, most: 22 });
    expect(actions.map((action) => action.kind)).toEqual(kind === null ? [] : [kind]);
  });

  it('somebody takes the oldest that is neither LOW nor CRITICAL when nothing is acknowledged yet', () => {
    const severities = ['LOW', 'CRITICAL', 'MEDIUM', 'HIGH'] as const;
    const incidents = severities.map((severity, n) => incident({ number: n, severity, age: 15 - n }));
    const board = { firing: new Set<string>(), responders, nowMs: now, most: 22 };
    expect(responderActions({ ...board, incidents })).toEqual([{ kind: 'acknowledge', id: 'i2', responder: 0 }]);
    expect(responderActions({ ...board, incidents, nowMs: now - 5_000 })).toEqual([]);
    const taken = incident({ number: 9, age: 20, ...acknowledged('Mira', 5) });
    expect(responderActions({ ...board, incidents: [...incidents, taken] })).toEqual([]);
  });

  it('the oldest are resolved when there are too many, whatever they are', () => {
    const incidents = [50, 40, 45, 31].map((age, n) =>
      incident({ id: String(age), number: 100 + n, age, severity: 'LOW', service: 'auth' }),
    );
    const actions = responderActions({ incidents, firing: new Set(['auth']), responders, nowMs: now, most: 2 });
    expect(actions.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['resolve 50', 'resolve 45']);
  });
});
