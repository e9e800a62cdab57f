import { getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../domain/access.ts';
import type { TokenId } from '../../domain/ids.ts';
import { documentBounds } from '../bounds.ts';
import { admitOperation } from './admitOperation.ts';
import { createSchema } from './schema.ts';

const schema = createSchema();

function admit(query: string, role: Role = 'VIEWER', variables: Record<string, unknown> = {}) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The test needs one operation');
  const viewer = { tokenId: 'token' as TokenId, name: 'tester', role };
  const refusal = admitOperation({ schema, document, operation, variables, viewer });
  return refusal === null ? null : { code: refusal.extensions.code, message: refusal.message };
}

describe('what a role may do', () => {
  test.each<[Role, string, string | null]>([
    ['VIEWER', '{ viewer { name } incidents { totalCount } }', null],
    ['VIEWER', 'subscription { incidentFeed { head } }', null],
    ['VIEWER', 'mutation { acknowledgeIncident(input: { id: "1" }) { incident { id } } }', 'FORBIDDEN'],
    ['VIEWER', '{ apiTokens { id } }', 'FORBIDDEN'],
    ['INGESTER', '{ viewer { name } }', null],
    ['INGESTER', '{ incidents { totalCount } }', 'FORBIDDEN'],
    ['INGESTER', 'subscription { incidentFeed { head } }', 'FORBIDDEN'],
    ['RESPONDER', 'mutation { acknowledgeIncident(input: { id: "1" }) { incident { id } } }', null],
    ['RESPONDER', 'mutation { revokeApiToken(input: { id: "1" }) { token { id } } }', 'FORBIDDEN'],
    ['ADMIN', 'mutation { revokeApiToken(input: { id: "1" }) { token { id } } }', null],
  ])('%s: %s', (role, query, code) => {
    expect(admit(query, role)?.code ?? null).toBe(code);
  });

  test('a forbidden field cannot hide in a fragment or behind @include', () => {
    const query = `
      query ($no: Boolean = false) { ...A }
      fragment A on Query { viewer { name } ...B }
      fragment B on Query { ... @include(if: $no) { apiTokens { id } } }`;
    expect(admit(query)).toEqual({
      code: 'FORBIDDEN',
      message: 'The role VIEWER of "tester" does not allow query apiTokens.',
    });
  });
});

describe('how much a document may ask for', () => {
  test('the usual introspection is let in', () => {
    expect(admit(getIntrospectionQuery())).toBeNull();
  });

  test('a board of 500 incidents is let in', () => {
    expect(
      admit('{ incidents(first: 500) { nodes { id decision { factors { name } } escalations { id } } } }'),
    ).toBeNull();
  });

  test.each([
    ['as a literal', '{ incidents(first: 500) { nodes { timeline(first: 200) { nodes { id } } } } }', {}],
    [
      'as a variable',
      'query ($n: Int) { incidents(first: $n) { nodes { timeline(first: $n) { nodes { id } } } } }',
      { n: 200 },
    ],
    [
      'as a default',
      'query ($n: Int = 200) { incidents(last: $n) { nodes { timeline(first: $n) { nodes { id } } } } }',
      {},
    ],
    [
      'in fragments',
      '{ incidents(first: 500) { ...P } } fragment P on IncidentConnection { edges { node { alerts(first: 100) { totalCount nodes { id } } } } }',
      {},
    ],
  ])('pages within pages that multiply beyond the bound are refused: %s', (_how, query, variables) => {
    const refusal = admit(query, 'VIEWER', variables);
    expect(refusal?.code).toBe('QUERY_TOO_COMPLEX');
    expect(refusal?.message).toContain(String(documentBounds.cost));
  });

  test('fragments that double at each level are counted in no time and refused', () => {
    const levels = Array.from({ length: 40 }, (_, level) => {
      const next = level === 39 ? 'nodes { id }' : `...F${level + 1} ...F${level + 1}`;
      return `fragment F${level} on IncidentConnection { ${next} }`;
    });
    const started = performance.now();
    expect(admit(`{ incidents { ...F0 } } ${levels.join(' ')}`)?.code).toBe('QUERY_TOO_COMPLEX');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('too many root fields are refused with their bound', () => {
    const fields = Array.from({ length: 21 }, (_, index) => `f${index}: systemStatus { open }`);
    expect(admit(`{ ${fields.join(' ')} }`)?.message).toBe(
      'The document selects 21 root fields; at most 20 are allowed.',
    );
  });

  test('too many aliases are refused with their bound', () => {
    const fields = Array.from({ length: 101 }, (_, index) => `f${index}: open`);
    expect(admit(`{ systemStatus { ${fields.join(' ')} } }`)?.message).toBe(
      'The document has 101 aliases; at most 100 are allowed.',
    );
  });

  test('too deep a document is refused with its bound', () => {
    const query = `{ __type(name: "Query") { ${'ofType { '.repeat(16)} name ${'} '.repeat(16)} } }`;
    expect(admit(query)?.message).toBe('The document is 18 levels deep; at most 16 are allowed.');
  });
});
