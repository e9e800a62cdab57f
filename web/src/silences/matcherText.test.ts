import { expect, test } from 'vitest';
import { formatMatchers, type Matcher, parseMatchers } from './matcherText.ts';

const several: Matcher[] = [
  { name: 'service', operator: 'EQUAL', value: 'say "hi", \\ and\nmore' },
  { name: 'severity', operator: 'MATCHES', value: 'critical|page' },
  { name: 'env', operator: 'NOT_EQUAL', value: '' },
  { name: 'host', operator: 'NOT_MATCHES', value: 'web-[0-9]+' },
];

test('what is written is read again', () => {
  expect(parseMatchers(formatMatchers(several))).toEqual(several);
});

test.each([
  ['service="api"', [{ name: 'service', operator: 'EQUAL', value: 'api' }]],
  [
    '{ service = api , env!~"a|b" }',
    [
      { name: 'service', operator: 'EQUAL', value: 'api' },
      { name: 'env', operator: 'NOT_MATCHES', value: 'a|b' },
    ],
  ],
  ['', []],
  ['service', null],
  ['service="api', null],
  ['="api"', null],
])('%s is read', (text, expected) => {
  expect(parseMatchers(text)).toEqual(expected);
});
