import { expect, test } from 'vitest';
import { type Repetition, ruleInWords, ruleOf, type Weekday } from './recurrence.ts';

test.each<[Repetition, Weekday[], string | null, string]>([
  ['DAILY', [], 'FREQ=DAILY', 'Every day'],
  ['WEEKLY', [], 'FREQ=WEEKLY', 'Every week'],
  ['WEEKLY', ['SA', 'SU'], 'FREQ=WEEKLY;BYDAY=SA,SU', 'Every Saturday, Sunday'],
  ['MONTHLY', [], 'FREQ=MONTHLY', 'Every month'],
  ['RULE', [], 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=MONTHLY;BYDAY=2TU'],
])('%s on %j is the rule %s, in words %s', (repetition, days, rule, words) => {
  expect(ruleOf({ repetition, days, rule: ' FREQ=MONTHLY;BYDAY=2TU ' })).toBe(rule);
  expect(ruleInWords(rule ?? '')).toBe(words);
});

test('once is no rule', () => {
  expect(ruleOf({ repetition: 'ONCE', days: [], rule: 'FREQ=DAILY' })).toBeNull();
});
