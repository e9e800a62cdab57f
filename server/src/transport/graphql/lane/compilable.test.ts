import { getOperationAST, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSchema } from '../schema.ts';
import { isCompilable } from './compilable.ts';
import { prepareOperation } from './preparedOperation.ts';

const schema = createSchema();

function compilable(query: string): boolean {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The test needs one operation');
  return isCompilable(schema, document, operation);
}

describe('what is compiled', () => {
  test.each([
    '{ viewer { name } }',
    'query ($id: ID!, $asOf: DateTime) { incident(id: $id, asOf: $asOf) { ...F } } fragment F on Incident { alerts { nodes { id } } }',
    'query ($first: Int = 5, $by: IncidentOrder = URGENCY) { incidents(first: $first, orderBy: $by) { totalCount } }',
    '{ incidents(first: 5, orderBy: URGENCY, after: null) { totalCount } }',
    'mutation ($input: SignalInput!) { ingestSignal(input: $input) { outcome incident { id title } decision { factors { name } } } }',
  ])('%s', (query) => {
    expect(compilable(query)).toBe(true);
  });
});

describe('what is not', () => {
  test.each([
    ['text as a literal, which would be written into code', '{ incident(id: "1") { number } }'],
    ['text deep in a literal', '{ incidents(filter: { service: ["a"] }) { totalCount } }'],
    ['a variable within a literal', 'query ($s: String!) { incidents(filter: { service: [$s] }) { totalCount } }'],
    ['a moment as a default', 'query ($t: DateTime = "2026-01-01T00:00:00Z") { incident(id: 1, asOf: $t) { number } }'],
    ['a default of what must be given', 'query ($id: ID! = 1) { incident(id: $id) { number } }'],
    ['a directive', 'query ($no: Boolean!) { viewer { name @include(if: $no) } }'],
    ['a name of the prototype', '{ __proto__: viewer { name } }'],
    [
      'a variable of the prototype',
      'query ($__proto__: ID) { incidents(after: $__proto__) { totalCount } }'.replace(': ID', ': String'),
    ],
    [
      'two mutations',
      'mutation ($a: SignalInput!) { a: ingestSignal(input: $a) { outcome } b: ingestSignal(input: $a) { outcome } }',
    ],
    [
      'two mutations in a fragment',
      'mutation ($a: SignalInput!) { ...F } fragment F on Mutation { a: ingestSignal(input: $a) { outcome } b: ingestSignal(input: $a) { outcome } }',
    ],
    [
      'a mutation with a query of its own below',
      'mutation ($a: SignalInput!) { ingestSignal(input: $a) { incident { alerts { totalCount } } } }',
    ],
    [
      'a document that unfolds to very many fields',
      `{ ...F0 } ${Array.from({ length: 9 }, (_, i) => `fragment F${i} on Query { a${i}: viewer { name } ...G${i} ...H${i} } fragment G${i} on Query { ...F${i + 1} } fragment H${i} on Query { ...F${i + 1} }`).join(' ')} fragment F9 on Query { viewer { name } }`,
    ],
  ])('%s', (_what, query) => {
    expect(compilable(query)).toBe(false);
  });
});

test('a literal that pretends to be a date does not run as code', () => {
  // How graphql-jit marks dates in the code that it makes.
  const mark = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';
  const query = `{ incident(id: "${mark}globalThis.intruded=1") { number } }`;
  expect(prepareOperation(schema, parse(query), undefined)?.isCompiled).toBe(false);
  expect(globalThis).not.toHaveProperty('intruded');
});
