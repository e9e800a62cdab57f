import { describe, expect, it } from 'vitest';
import { type Policy, presets } from './policy.ts';
import { diffPolicies, equalPolicies } from './policyDiff.ts';

const base = presets['load-v2'];
const hook = (secret: string): Policy => ({
  ...base,
  targets: { ...base.targets, hook: { channel: 'webhook', url: 'https://a.example/', secret } },
});
const diff = (before: Policy, after: Policy, secrets = true) =>
  diffPolicies(before, after, { secrets, names: ['1', '2'] });

describe('the difference of two policies', () => {
  it.each<[string, Policy, { path: string[]; before: string | null; after: string | null }[]]>([
    ['nothing', structuredClone(base), []],
    [
      'a number',
      { ...base, severity: { ...base.severity, logBelow: 0.3 } },
      [{ path: ['severity', 'logBelow'], before: '0.2', after: '0.3' }],
    ],
    [
      'a list of words, as a whole',
      { ...base, dedupLabels: ['pod'] },
      [{ path: ['dedupLabels'], before: JSON.stringify(base.dedupLabels), after: '["pod"]' }],
    ],
    [
      'an entry of a list of objects, by its place',
      { ...base, escalation: { ...base.escalation, steps: base.escalation.steps.slice(0, 1) } },
      [
        {
          path: ['escalation', 'steps', '1'],
          before: '{"afterMinutes":15,"repeat":{"everyMinutes":15,"times":2},"targets":["log"]}',
          after: null,
        },
      ],
    ],
    [
      'a field of a record',
      { ...base, targets: { ...base.targets, night: { channel: 'log' } } },
      [{ path: ['targets', 'night'], before: null, after: '{"channel":"log"}' }],
    ],
  ])('names %s', (_what, after, expected) => {
    expect(diff(base, after).changes).toEqual(expected);
    expect(equalPolicies(base, after)).toBe(expected.length === 0);
  });

  it('does not mind the order of fields, which the database does not keep', () => {
    const reversed = Object.fromEntries(Object.entries(hook('s')).reverse()) as Policy;
    const targets = Object.fromEntries(Object.entries(hook('s').targets).reverse());
    expect(diff(hook('s'), { ...hook('s'), targets })).toEqual({ changes: [], text: '' });
    expect(equalPolicies(hook('s'), reversed)).toBe(true);
  });

  it('says to those who may not see a secret only that it differs', () => {
    const path = ['targets', 'hook', 'secret'];
    expect(diff(hook('one'), hook('two')).changes).toEqual([{ path, before: '"one"', after: '"two"' }]);
    const shown = diff(hook('one'), hook('two'), false);
    expect(shown).toEqual({ changes: [{ path, before: '"(hidden)"', after: '"(hidden)"' }], text: '' });
    expect(JSON.stringify(diff(base, hook('two'), false))).not.toContain('two');
  });

  it('shows beside a hidden secret what else differs, each in its own place', () => {
    const [one, two] = [hook('one'), { ...hook('two'), dedupLabels: ['pod'], name: 'other' }];
    const { changes, text } = diff(one, two, false);
    expect(changes).toEqual([
      { path: ['name'], before: '"load-v2"', after: '"other"' },
      { path: ['dedupLabels'], before: JSON.stringify(base.dedupLabels), after: '["pod"]' },
      { path: ['targets', 'hook', 'secret'], before: '"(hidden)"', after: '"(hidden)"' },
    ]);
    expect(text).toContain('-name: load-v2\n+name: other');
    expect(text).not.toContain('two');
  });

  it('names a list of words that becomes one of objects, or a mixture, as a whole', () => {
    const lists = (before: unknown, after: unknown) =>
      diff({ ...base, dedupLabels: before } as Policy, { ...base, dedupLabels: after } as Policy).changes;
    expect(lists([{ a: 1 }], ['x'])).toEqual([{ path: ['dedupLabels'], before: '[{"a":1}]', after: '["x"]' }]);
    expect(lists([{ a: 1 }, 'x'], [{ a: 2 }, 'x'])).toHaveLength(1);
    expect(lists([{ a: 1 }, 'x'], [{ a: 2 }, 'x'])[0]?.path).toEqual(['dedupLabels']);
    expect(lists([{ a: 1 }], [{ a: 2 }])).toEqual([{ path: ['dedupLabels', '0', 'a'], before: '1', after: '2' }]);
  });
});
