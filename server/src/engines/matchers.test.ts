import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Matcher, matcherBounds, matcherOperators } from '../domain/matcher.ts';
import { expressionFault, formatMatcher, type Matchable, matchesAll, matchesEmpty, parseMatcher } from './matchers.ts';

const subject: Matchable = {
  source: 'prometheus',
  service: 'checkout',
  title: 'Checkout is slow',
  severity: 'HIGH',
  labels: [
    { name: 'env', value: 'prod' },
    { name: 'instance', value: 'web-12:9100' },
    { name: 'severity', value: 'critical' },
  ],
};

function parsed(...texts: string[]): Matcher[] {
  return texts.map((text) => {
    const matcher = parseMatcher(text);
    if (matcher === null) throw new Error(`${text} is no matcher`);
    return matcher;
  });
}

describe('matchers match as Alertmanager’s do', () => {
  test.each([
    [['env="prod"'], true],
    [['env="pro"'], false],
    [['env!="test"'], true],
    [['env!="prod"'], false],
    [['instance=~"web-.*"'], true],
    [['instance=~"web-"'], false],
    [['instance=~"web-12:9100|db"'], true],
    [['instance=~"w|web-12:9100"'], true],
    [['instance!~"db-.*"'], true],
    [['instance!~"web-.+"'], false],
    // A label that is missing is the empty text.
    [['team=""'], true],
    [['team!=""'], false],
    [['team!="payments"'], true],
    [['team=~".*"'], true],
    [['team=~".+"'], false],
    [['team!~".+"'], true],
    // All must match.
    [['env="prod"', 'service="checkout"'], true],
    [['env="prod"', 'service="search"'], false],
    [['instance=~"web-.*"', 'env="test"'], false],
    // What every signal has, unless a label says otherwise.
    [['source="prometheus"'], true],
    [['title=~"(?i).*SLOW"'], true],
    [['severity="critical"'], true],
    [['severity="HIGH"'], false],
  ])('%j: %s', (texts, expected) => {
    expect(matchesAll(parsed(...texts), subject)).toBe(expected);
  });

  test('the decided severity is what a matcher sees of a signal without such a label', () => {
    expect(matchesAll(parsed('severity=~"HIGH|CRITICAL"'), { ...subject, labels: [] })).toBe(true);
  });
});

test.each([
  ['env=prod', { name: 'env', operator: 'EQUAL', value: 'prod' }],
  [' env != "" ', { name: 'env', operator: 'NOT_EQUAL', value: '' }],
  ['a=~"b=~c"', { name: 'a', operator: 'MATCHES', value: 'b=~c' }],
  ['a!~"x\\"y\\\\d\\n"', { name: 'a', operator: 'NOT_MATCHES', value: 'x"y\\d\n' }],
  ['env', null],
  ['="x"', null],
  ['a="x', null],
  ['a="x"y', null],
  ['{a="x"}', null],
])('%s is read as %o', (text, matcher) => {
  expect(parseMatcher(text)).toEqual(matcher);
});

test('what is written is read again', () => {
  const name = fc.stringMatching(/^[a-zA-Z_.:][a-zA-Z0-9_.:]{0,20}$/);
  const anyMatcher = fc.record({ name, operator: fc.constantFrom(...matcherOperators), value: fc.string() });
  fc.assert(
    fc.property(anyMatcher, (matcher) => {
      expect(parseMatcher(formatMatcher(matcher))).toEqual(matcher);
    }),
  );
});

test('an operator and its negation never agree', () => {
  const negations = [['EQUAL', 'NOT_EQUAL'] as const, ['MATCHES', 'NOT_MATCHES'] as const];
  const anyCase = fc.record({
    pair: fc.constantFrom(...negations),
    name: fc.constantFrom('env', 'instance', 'title', 'none'),
    value: fc.constantFrom('', 'prod', '.*', '.+', 'web-12:9100', 'Checkout.*'),
  });
  fc.assert(
    fc.property(anyCase, ({ pair, name, value }) => {
      const [yes, no] = pair.map((operator) => matchesAll([{ name, operator, value }], subject));
      expect(yes).toBe(!no);
    }),
  );
});

test.each([
  ['web-.*', null],
  ['(', 'is not a regular expression'],
  ['a)|(b', 'is not a regular expression'],
  ['(?=x)', 'is not a regular expression'],
  ['(a)\\1', 'is not a regular expression'],
  ['a{1001}', 'is not a regular expression'],
  ['(x{1000}|y{1000}|z{1000})', 'instructions'],
  ['x'.repeat(501), 'longer than 500'],
])('the expression %s: %s', (pattern, fault) => {
  if (fault === null) expect(expressionFault(pattern)).toBeNull();
  else expect(expressionFault(pattern)).toContain(fault);
});

test('an expression made to explode takes no longer than others', { timeout: 2_000 }, () => {
  const matchers = parsed('title=~"(a+)+(a+)+(a+)+b"');
  expect(matchesAll(matchers, { ...subject, title: 'a'.repeat(250) })).toBe(false);
});

test.each([
  [['env=""'], true],
  [['env!="prod"', 'team=~".*"'], true],
  [['env!="prod"', 'team=~".+"'], false],
  [['env="prod"'], false],
])('%j would hold everything back: %s', (texts, expected) => {
  expect(matchesEmpty(parsed(...texts))).toBe(expected);
});

describe('an expression', () => {
  test.each([
    ['as long as a value may be', 'x'.repeat(matcherBounds.value), true],
    ['longer', 'x'.repeat(matcherBounds.value + 1), false],
    ['that is none', '(', false],
  ])('%s: %s', (_, pattern, sound) => {
    expect(expressionFault(pattern) === null).toBe(sound);
  });

  test('is asked after what is cheap, and all of several must match', () => {
    const broken = { name: 'env', operator: 'MATCHES', value: '(' } as const;
    expect(matchesAll([broken, ...parsed('env="test"')], subject)).toBe(false);
    expect(() => matchesAll([broken, ...parsed('env="prod"')], subject)).toThrow();
    expect(matchesAll(parsed('instance=~"web-.*"', 'env=~"test"'), subject)).toBe(false);
    expect(matchesAll(parsed('env=~"test"', 'instance=~"web-.*"'), subject)).toBe(false);
    expect(matchesAll(parsed('instance!~"web-.*"', 'env="prod"'), subject)).toBe(false);
  });
});

test('a line break is written as two characters', () => {
  expect(formatMatcher({ name: 'title', operator: 'EQUAL', value: 'a\nb' })).toBe('title="a\\nb"');
});

test.each(['env', 'env~"x"', '=', '', 'a b="x"', 'env=="x"'])('%j is no matcher', (text) => {
  expect(parseMatcher(text)).toBeNull();
});

test('no value is the empty text', () => {
  expect(parseMatcher('env=')).toEqual({ name: 'env', operator: 'EQUAL', value: '' });
});
