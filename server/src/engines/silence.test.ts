import { expect, test } from 'vitest';
import type { SilenceId } from '../domain/ids.ts';
import type { Silence } from '../domain/suppression.ts';
import { silencersOf, silenceStateOf } from './silence.ts';
import { minute, storedSignal } from './testing/fixtures.ts';

const silence: Silence = {
  id: 'silence-1' as SilenceId,
  matchers: [{ name: 'service', operator: 'EQUAL', value: 'checkout' }],
  startsAt: minute(0),
  endsAt: minute(60),
  author: 'Ada',
  comment: 'We know',
  createdAt: minute(0),
  expiredBy: null,
  suppressedCount: 0,
};
const subject = { ...storedSignal(), severity: 'HIGH' } as const;

test.each([
  [-1, 'PENDING'],
  [0, 'ACTIVE'],
  [59.999, 'ACTIVE'],
  [60, 'EXPIRED'],
])('at minute %d it is %s', (at, state) => {
  expect(silenceStateOf(silence, minute(at))).toBe(state);
  expect(silencersOf(subject, [silence], minute(at))).toHaveLength(state === 'ACTIVE' ? 1 : 0);
});

test('it says which silence, whose and why', () => {
  expect(silencersOf(subject, [silence], minute(1))).toEqual([
    { kind: 'SILENCE', id: 'silence-1', reason: 'Silenced by Ada until 2026-03-01T13:00:00.000Z: We know' },
  ]);
  expect(silencersOf({ ...subject, service: 'search' }, [silence], minute(1))).toEqual([]);
});

test.each([
  ['a comment of 200 characters as it is', 'x'.repeat(200), 'x'.repeat(200)],
  ['a longer one cut short', 'x'.repeat(201), `${'x'.repeat(199)}…`],
  ['an emoji whole or not at all', `${'x'.repeat(198)}🔥🔥`, `${'x'.repeat(198)}\uFFFD…`],
])('the reason has %s', (_, comment, shown) => {
  expect(silencersOf(subject, [{ ...silence, comment }], minute(1))[0]?.reason).toBe(
    `Silenced by Ada until 2026-03-01T13:00:00.000Z: ${shown}`,
  );
});
