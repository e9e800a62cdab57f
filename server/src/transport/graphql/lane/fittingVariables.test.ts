import { buildSchema, type GraphQLSchema, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { variablesFit } from './fittingVariables.ts';

const schema: GraphQLSchema = buildSchema(`
  enum Colour { RED GREEN }
  input Item { name: String!  size: Float = 1  must: Int! = 2  colour: Colour  inner: Item  tags: [String!] }
  type Query { find(items: [Item!]!, id: ID, flag: Boolean, most: Int): String }
`);

function fits(variables: Record<string, unknown>): boolean {
  const document = parse(
    'query ($items: [Item!]!, $id: ID, $flag: Boolean, $most: Int! = 3) { find(items: $items, id: $id, flag: $flag, most: $most) }',
  );
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is an operation');
  return variablesFit(schema, operation)(variables);
}

const item = { name: 'a' };

test.each<[string, Record<string, unknown>]>([
  ['what must be there, and no more', { items: [item] }],
  ['an empty list', { items: [] }],
  ['one for a list of one', { items: { ...item, tags: 'x' } }],
  [
    'everything',
    { items: [{ ...item, size: 1.5, must: 1, colour: 'RED', inner: item, tags: ['x'] }], id: 1, flag: true },
  ],
  ['null for what may be', { items: [{ ...item, size: null, colour: null, inner: null, tags: null }], id: null }],
  ['what nobody declared', { items: [], other: { a: 1 } }],
])('%s fits', (_what, variables) => {
  expect(fits(variables)).toBe(true);
});

test.each<[string, Record<string, unknown>]>([
  ['nothing', {}],
  ['null for what must be', { items: null }],
  ['a hole in a list', { items: [item, null] }],
  ['a list in a list', { items: [[item]] }],
  ['a field that is missing', { items: [{}] }],
  ['a field that is missing further in', { items: [{ ...item, inner: {} }] }],
  ['a field that is null', { items: [{ ...item, must: null }] }],
  ['a field that is unknown', { items: [{ ...item, other: 1 }] }],
  ['a field of JavaScript', { items: [{ ...item, constructor: 1 }] }],
  ['a text for an object', { items: ['a'] }],
  ['a number for a text', { items: [{ name: 1 }] }],
  ['a text for a number', { items: [{ ...item, size: '1' }] }],
  ['an unknown word', { items: [{ ...item, colour: 'BLUE' }] }],
  ['a word of JavaScript', { items: [{ ...item, colour: 'toString' }] }],
  ['a fraction for an Int', { items: [], most: 1.5 }],
  ['null for what has a default and must be', { items: [], most: null }],
  ['an object for an ID', { items: [], id: {} }],
  ['a number for a flag', { items: [], flag: 1 }],
])('%s does not', (_what, variables) => {
  expect(fits(variables)).toBe(false);
});
