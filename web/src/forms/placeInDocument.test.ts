import { expect, test } from 'vitest';
import { placeProblems } from './placeInDocument.ts';

const text = `name: mine
severity:
  cuts:
    HIGH: 7
escalation:
  steps:
    - afterMinutes: 5
      targets: [nobody]
`;
const marked = (path: string[]) => {
  const [problem] = placeProblems(text, [{ path, message: 'wrong' }]);
  return text.slice(problem?.from, problem?.to);
};

test.each([
  [['severity', 'cuts', 'HIGH'], 'HIGH: 7'],
  [['severity', 'cuts'], 'cuts'],
  [['severity', 'cuts', 'MEDIUM'], 'cuts'],
  [['escalation', 'steps', '0', 'afterMinutes'], 'afterMinutes: 5'],
  [['escalation', 'steps', '0', 'targets', '0'], 'nobody'],
  [[], 'n'],
])('the problem at %j is marked at %j', (path, expected) => {
  expect(marked(path)).toBe(expected);
});

test('what is no YAML is said at its place, before all else', () => {
  const [problem] = placeProblems('a: 1\nb: [1\nc: 2', [{ path: [], message: 'The policy: wrong' }]);
  expect(problem?.message).toMatch(/^Not YAML: /);
  expect(problem?.from).toBeGreaterThan(4);
});
