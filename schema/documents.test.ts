import { buildSchema, parse, Source } from 'graphql';
import { expect, test } from 'vitest';
import { documentErrors } from './documents.ts';

const schema = buildSchema('type Query { number: Int! }');
const errorsOf = (text: string) =>
  documentErrors(schema, [{ location: 'web/a.graphql', document: parse(new Source(text, 'web/a.graphql')) }]);

const cases: { given: string; expected: string[] }[] = [
  { given: 'query Number { number }', expected: [] },
  { given: '{ number }', expected: ['web/a.graphql: every operation needs a name'] },
  {
    given: 'query Number {\n  numbers\n}',
    expected: ['web/a.graphql:2:3: Cannot query field "numbers" on type "Query". Did you mean "number"?'],
  },
  {
    given: 'fragment Row on Query { number }',
    expected: ['web/a.graphql:1:1: Fragment "Row" is never used.'],
  },
  {
    given: 'query Number { number } query Number { number }',
    expected: ['web/a.graphql:1:7, web/a.graphql:1:31: There can be only one operation named "Number".'],
  },
];

test.each(cases)('says what is wrong with $given', ({ given, expected }) => {
  expect(errorsOf(given)).toEqual(expected);
});

test('a package without documents is no error', () => {
  expect(documentErrors(schema, [])).toEqual([]);
});
