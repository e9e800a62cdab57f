import { expect, test } from 'vitest';
import { otherProblems, problemAt } from './submitInput.ts';

const problems = [
  { message: 'No name.', field: ['input', 'matchers', '1', 'name'] },
  { message: 'Too late.', field: ['input', 'until'] },
  { message: 'There are 1000 already.', field: null },
];

test('a problem is found at its field, and at what holds it', () => {
  expect(problemAt(problems, 'until')).toBe('Too late.');
  expect(problemAt(problems, 'matchers', '1')).toBe('No name.');
  expect(problemAt(problems, 'matchers', '0')).toBeUndefined();
  expect(problemAt(problems, 'comment')).toBeUndefined();
});

test('what belongs to no field is for the form as a whole', () => {
  expect(otherProblems(problems, ['matchers', 'until'])).toBe('There are 1000 already.');
  expect(otherProblems(problems, ['matchers'])).toBe('Too late. There are 1000 already.');
  expect(otherProblems(problems.slice(0, 1), ['matchers'])).toBeUndefined();
});
