import { expect, test } from 'vitest';
import { yamlPlaceAt } from './yamlPlace.ts';

const at = (text: string) => {
  const offset = text.indexOf('¦');
  const { path, kind, prefix, siblings } = yamlPlaceAt(text.replace('¦', ''), offset);
  return { path: path.join('.'), kind, prefix, siblings: siblings.toSorted().join(',') };
};

test.each([
  ['a field of the document', 'na¦', { path: '', kind: 'KEY', prefix: 'na', siblings: '' }],
  ['fields beside it', 'name: x\npro¦\nseed:\n  a: 1', { path: '', kind: 'KEY', prefix: 'pro', siblings: 'name,seed' }],
  [
    'a nested field',
    'severity:\n  cuts:\n    HIGH: 1\n    ¦',
    {
      path: 'severity.cuts',
      kind: 'KEY',
      prefix: '',
      siblings: 'HIGH',
    },
  ],
  ['a value', 'grouping:\n  by: le¦', { path: 'grouping.by', kind: 'VALUE', prefix: 'le', siblings: '' }],
  ['a field after a deeper one', 'a:\n  b:\n    c: 1\n  d¦', { path: 'a', kind: 'KEY', prefix: 'd', siblings: 'b' }],
  [
    'a field of a list entry',
    'escalation:\n  steps:\n    - afterMinutes: 5\n      ta¦',
    {
      path: 'escalation.steps.*',
      kind: 'KEY',
      prefix: 'ta',
      siblings: 'afterMinutes',
    },
  ],
  [
    'the first field of an entry',
    'escalation:\n  steps:\n    - af¦',
    {
      path: 'escalation.steps.*',
      kind: 'KEY',
      prefix: 'af',
      siblings: '',
    },
  ],
  [
    'a field below a field of an entry',
    'steps:\n  - repeat:\n      ev¦',
    {
      path: 'steps.*.repeat',
      kind: 'KEY',
      prefix: 'ev',
      siblings: '',
    },
  ],
  [
    'a list at the indentation of its field',
    'steps:\n- after: 1\n- to: ¦',
    {
      path: 'steps.*.to',
      kind: 'VALUE',
      prefix: '',
      siblings: '',
    },
  ],
  [
    'an entry that is a value',
    'notify:\n  severities:\n    - HI¦',
    {
      path: 'notify.severities.*',
      kind: 'KEY',
      prefix: 'HI',
      siblings: '',
    },
  ],
  [
    'a quoted field',
    'targets:\n  "on call":\n    ch¦',
    {
      path: 'targets.on call',
      kind: 'KEY',
      prefix: 'ch',
      siblings: '',
    },
  ],
  [
    'comments and blank lines between',
    'a:\n  # note: this\n\n  b: 1\n\n  ¦',
    {
      path: 'a',
      kind: 'KEY',
      prefix: '',
      siblings: 'b',
    },
  ],
])('the cursor in %s', (_, text, expected) => {
  expect(at(text)).toEqual(expected);
});
