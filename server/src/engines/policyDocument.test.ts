import { describe, expect, test } from 'vitest';
import {
  formatPolicyYaml,
  hiddenSecret,
  type ParsedPolicy,
  parsePolicy,
  parsePolicyYaml,
  presets,
  withoutSecrets,
} from './policy.ts';
import { policyWith } from './testing/fixtures.ts';

const faultsOf = (parsed: ParsedPolicy) => (parsed.ok ? [] : parsed.errors);
const pathsOf = (document: object) => faultsOf(parsePolicy(document)).map(({ path }) => path.join('.'));

describe('a fault is told in full', () => {
  test.each<[string, unknown, string]>([
    ['a text', 'x', 'The policy is "x"; expected an object.'],
    ['no document', undefined, 'The policy is missing; expected an object.'],
    ['a function', parsePolicy, 'The policy is function; expected an object.'],
    ['a whole number of any size', 10n ** 20n, 'The policy is 100000000000000000000; expected an object.'],
    ['80 characters as they are', 'x'.repeat(78), `The policy is "${'x'.repeat(78)}"; expected an object.`],
    ['more of them cut short', 'x'.repeat(79), `The policy is "${'x'.repeat(78)}…; expected an object.`],
    ['a field that there is not', { cutz: 1 }, 'The policy: Unrecognized key: "cutz".'],
    ['what is missing', { targets: { x: { channel: 'webhook' } } }, 'targets.x.url is missing: expected string'],
    [
      'a number for an object',
      { severity: { cuts: { HIGH: 2 } } },
      'severity.cuts.HIGH is 2: Too big: expected number to be <=1.',
    ],
    ['a text for a number', { severity: { logBelow: 'x' } }, 'severity.logBelow is "x": expected number, received'],
  ])('%s', (_, document, message) => {
    const [fault] = faultsOf(parsePolicy(document));
    expect(fault?.message.slice(0, message.length)).toBe(message);
  });

  test('at the root it has no path', () => {
    expect(faultsOf(parsePolicy(null))).toEqual([{ path: [], message: 'The policy is null; expected an object.' }]);
    expect(faultsOf(parsePolicyYaml('a: ['))[0]?.path).toEqual([]);
    expect(faultsOf(parsePolicyYaml(`x${' '.repeat(100_000)}`))).toEqual([
      { path: [], message: 'The document has 100001 characters; expected at most 100000.' },
    ]);
  });

  test('and of very many fifty', () => {
    const floors = Array.from({ length: 50 }, () => ({ name: 1, severity: 1 }));
    expect(faultsOf(parsePolicy({ severity: { floors } }))).toHaveLength(50);
    expect(faultsOf(parsePolicyYaml('a: 1\n'.repeat(60)))).toHaveLength(50);
  });
});

describe('a document', () => {
  test('of 100,000 characters is read', () => {
    expect(parsePolicyYaml(`name: x${' '.repeat(99_993)}`).ok).toBe(true);
  });

  test('has the same list twice written twice, so that a reader needs no anchors', () => {
    const targets = ['log'];
    const policy = policyWith({ escalation: { steps: [] }, notify: { targets } });
    const shared = {
      ...policy,
      escalation: { ...policy.escalation, systemic: { ...policy.escalation.systemic, targets } },
    };
    const yaml = formatPolicyYaml({ ...shared, notify: { ...shared.notify, targets } });
    expect(yaml).not.toContain('&');
    expect(parsePolicyYaml(yaml)).toEqual({ ok: true, policy: shared });
  });

  test('is shown without its secrets', () => {
    const url = 'https://example.com/';
    const open = { channel: 'webhook', url } as const;
    const { targets } = withoutSecrets(
      policyWith({ targets: { open, closed: { ...open, secret: 'very secret' }, log: { channel: 'log' } } }),
    );
    expect(targets).toEqual({
      ...presets['load-v2'].targets,
      open,
      closed: { ...open, secret: hiddenSecret },
      log: { channel: 'log' },
    });
    expect(hiddenSecret).not.toContain('very');
  });
});

describe('numbers that belong together', () => {
  test.each([
    ['equal cuts', { severity: { cuts: { MEDIUM: 0.5, HIGH: 0.5, CRITICAL: 0.5 } } }, []],
    ['HIGH over CRITICAL', { severity: { cuts: { HIGH: 0.9, CRITICAL: 0.8 } } }, ['severity.cuts']],
    ['MEDIUM over HIGH', { severity: { cuts: { MEDIUM: 0.6, HIGH: 0.5, CRITICAL: 0.8 } } }, ['severity.cuts']],
    ['weights of a whole', { severity: { weights: { stress: 0.1 + 0.2, reported: 0.7 } } }, []],
    ['weights of less', { severity: { weights: { stress: 0.4, reported: 0.5 } } }, ['severity.weights']],
    ['weights of more', { severity: { weights: { stress: 0.6, reported: 0.5 } } }, ['severity.weights']],
    ['a criticality up to 1', { severity: { criticality: { base: 0.7, span: 0.3 } } }, []],
    ['a criticality over 1', { severity: { criticality: { base: 0.7, span: 0.4 } } }, ['severity.criticality']],
    ['one percentage to flap by', { flapping: { lowPercent: 30, highPercent: 30 } }, []],
    ['two of them swapped', { flapping: { lowPercent: 31, highPercent: 30 } }, ['flapping']],
  ])('%s', (_, document, paths) => {
    expect(pathsOf(document)).toEqual(paths);
  });
});

describe('a target that does not exist', () => {
  const step = { afterMinutes: 5, targets: ['log', 'pager'], repeat: null };
  test.each([
    ['told at once', { notify: { targets: ['log', 'pager'] } }, 'notify.targets.1'],
    ['of a step', { escalation: { steps: [{ ...step, targets: ['log'] }, step] } }, 'escalation.steps.1.targets.1'],
    ['of many at once', { escalation: { systemic: { targets: ['pager'] } } }, 'escalation.systemic.targets.0'],
  ])('%s is refused where it stands', (_, document, path) => {
    const targets = { log: { channel: 'log' }, web: { channel: 'webhook', url: 'https://example.com/' } };
    const [fault, ...more] = faultsOf(parsePolicy({ targets, ...document }));
    expect(more).toEqual([]);
    expect(fault?.path.join('.')).toBe(path);
    expect(fault?.message).toMatch(/^[a-z0-9.]+ is "pager": expected one of the targets \((\w+, )*\w+\)\.$/);
    expect(fault?.message).toContain('log');
  });
});

describe('an inhibition rule', () => {
  const rule = { name: 'a', source: ['x="1"'], target: ['y="2"'], equal: [] };
  const unusable = 'expected a matcher such as service=~"check.*"';
  const overall = 'expected a matcher that does not match the empty text';
  test.each<[string, object[], string[], string]>([
    ['that is whole', [rule], [], ''],
    ['twice under one name', [rule, rule], ['inhibition'], 'expected a name only once'],
    ['twice under two names', [rule, { ...rule, name: 'b' }], [], ''],
    ['with no matcher', [{ ...rule, target: ['y'] }], ['inhibition.0.target.0'], `${unusable}.`],
    [
      'with a broken expression',
      [{ ...rule, target: ['y=~"("'] }],
      ['inhibition.0.target.0'],
      `${unusable}, but its value is not a regular expression: `,
    ],
    [
      'with a broken expression that must not match',
      [{ ...rule, target: ['y!~"("'] }],
      ['inhibition.0.target.0'],
      `${unusable}, but its value is not a regular expression: `,
    ],
    ['with a parenthesis that is no expression', [{ ...rule, source: ['x="("'] }], [], ''],
    ['with a parenthesis to differ from', [{ ...rule, source: ['y="a"', 'x!="("'] }], [], ''],
    ['whose source is everything', [{ ...rule, source: ['x=""'] }], ['inhibition.0.source'], overall],
    ['whose source is everything but a text', [{ ...rule, source: ['x!="a"'] }], ['inhibition.0.source'], overall],
    ['whose source is any text', [{ ...rule, source: ['x=~".*"'] }], ['inhibition.0.source'], overall],
    ['whose source is something, and anything else', [{ ...rule, source: ['x=~".+"', 'y=~".*"'] }], [], ''],
    [
      'whose source is half broken and half everything, told once',
      [{ ...rule, source: ['x=~"("', 'y=""'] }],
      ['inhibition.0.source.0'],
      unusable,
    ],
    [
      'whose source is half no matcher and half everything, told once',
      [{ ...rule, source: ['x', 'y=""'] }],
      ['inhibition.0.source.0'],
      unusable,
    ],
  ])('%s', (_, inhibition, paths, message) => {
    const faults = faultsOf(parsePolicy({ inhibition }));
    expect(faults.map(({ path }) => path.join('.'))).toEqual(paths);
    expect(faults[0]?.message ?? '').toContain(message);
  });
});
