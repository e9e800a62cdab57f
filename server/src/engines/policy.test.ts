import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPolicyYaml, parsePolicy, parsePolicyYaml, presets } from './policy.ts';
import { policyWith } from './testing/fixtures.ts';

function faultsOf(document: unknown) {
  const parsed = typeof document === 'string' ? parsePolicyYaml(document) : parsePolicy(document);
  return parsed.ok ? [] : parsed.errors;
}

describe('a policy document', () => {
  test.each(['seed-v1', 'load-v2'] as const)(
    'the preset %s is valid and comes back from its YAML as it was',
    (name) => {
      expect(parsePolicy(presets[name])).toEqual({ ok: true, policy: presets[name] });
      expect(parsePolicyYaml(formatPolicyYaml(presets[name]))).toEqual({ ok: true, policy: presets[name] });
    },
  );

  test('what it leaves out comes from the preset of its profile', () => {
    const policy = policyWith({ severity: { cuts: { HIGH: 0.5 } } });
    expect(policy.severity.cuts).toEqual({ MEDIUM: 0.2, HIGH: 0.5, CRITICAL: 0.7 });
    expect(policyWith({}, 'seed-v1')).toEqual(presets['seed-v1']);
  });

  test('lists are taken as they are given', () => {
    expect(policyWith({ escalation: { steps: [] } }).escalation.steps).toEqual([]);
  });

  test.each([
    ['a wrong type', { severity: { cuts: { HIGH: 'much' } } }, 'severity.cuts.HIGH', '"much"', 'expected number'],
    ['a number out of bounds', { severity: { cuts: { HIGH: 7 } } }, 'severity.cuts.HIGH', '7', '<=1'],
    [
      'an infinite number',
      { baseline: { halfLifeMinutes: Number.POSITIVE_INFINITY } },
      'baseline.halfLifeMinutes',
      'null',
      'number',
    ],
    ['a field that does not exist', { severity: { cutz: 1 } }, 'severity', '{', 'cutz'],
    ['an unknown profile', { profile: 'load-v9' }, 'profile', '"load-v9"', 'seed-v1'],
    ['cuts in the wrong order', { severity: { cuts: { MEDIUM: 0.9 } } }, 'severity.cuts', '{', 'MEDIUM ≤ HIGH'],
    [
      'weights that are not a whole',
      { severity: { weights: { stress: 0.9 } } },
      'severity.weights',
      '{',
      'add up to 1',
    ],
    ['a target that does not exist', { notify: { targets: ['pager'] } }, 'notify.targets.0', '"pager"', 'log'],
    [
      'a webhook that is no address',
      { targets: { x: { channel: 'webhook', url: 'file:///etc' } } },
      'targets.x.url',
      'file',
      'URL',
    ],
  ])('%s is refused by path, value and expectation', (_, document, path, value, expected) => {
    const [fault] = faultsOf(document);
    expect(fault?.path.join('.')).toBe(path);
    expect(fault?.message).toContain(path);
    expect(fault?.message).toContain(value);
    expect(fault?.message).toContain(expected);
  });

  test.each([
    ['broken YAML', 'severity: [', 'Not YAML'],
    ['a list', '- 1', 'expected an object'],
    ['nothing', '', 'expected an object'],
    ['too long a document', `name: ${'x'.repeat(100_000)}`, 'at most 100000'],
    ['aliases that unfold without end', billionLaughs(), 'Not YAML'],
  ])('%s is refused', (_, text, message) => {
    expect(faultsOf(text)[0]?.message).toContain(message);
  });

  test('a field called __proto__ is an unknown field, not a prototype', () => {
    const faults = faultsOf(JSON.parse('{"__proto__": {"name": "x"}}'));
    expect(faults[0]?.message).toContain('__proto__');
  });

  test('any data is answered with a policy or with faults, never with a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...Object.keys(presets['load-v2'])), fc.anything())),
        (document) => {
          const parsed = parsePolicy(document);
          expect(parsed.ok || parsed.errors.length > 0).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function billionLaughs(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level += 1) lines.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`);
  return lines.join('\n');
}
