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
    ['a HIGH is acknowledged', incident({ age: 31 }), 'acknowledge'],
    ['a CRITICAL is left to the visitor', incident({ severity: 'CRITICAL', age: 45 }), null],
    ['a CRITICAL is acknowledged in the end', incident({ severity: 'CRITICAL', age: 121 }), 'acknowledge'],
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

  it.each([1, 2, 12, 24, 37, 99])(
    'somebody acknowledges one of three new incidents within 24 s, from number %i on',
    (first) => {
      const incidents = [0, 1, 2].map((n) => incident({ number: first + n, severity: 'MEDIUM', age: 24 }));
      expect(responderActions({ incidents, firing: new Set(), responders, nowMs: now, most: 22 })).not.toEqual([]);
    },
  );

  it('the oldest are resolved when there are too many, whatever they are', () => {
    const incidents = [50, 40, 45, 31].map((age, n) =>
      incident({ id: String(age), number: 100 + n, age, severity: 'LOW', service: 'auth' }),
    );
    const actions = responderActions({ incidents, firing: new Set(['auth']), responders, nowMs: now, most: 2 });
    expect(actions.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['resolve 50', 'resolve 45']);
  });
});
