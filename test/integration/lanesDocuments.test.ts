import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphQLWay } from '../../server/src/transport/figures.ts';
import { acceptsOfFastLane } from '../../server/src/transport/graphql/lane/contentType.ts';
import { type LaneTwins, startLaneTwins } from '../support/laneTwins.ts';
import { requestGraphQL } from '../support/request.ts';

let twins: LaneTwins;
beforeAll(async () => {
  twins = await startLaneTwins();
});
afterAll(() => twins.close());

const ingest = 'mutation ($input: SignalInput!) { ingestSignal(input: $input) { outcome userErrors { field } } }';
const list =
  'query ($first: Int, $after: String, $filter: IncidentFilter) { incidents(first: $first, after: $after, filter: $filter) { nodes { number } } }';

describe('documents of every kind', () => {
  test.each<[string, Record<string, unknown>, GraphQLWay]>([
    [
      'aliases',
      {
        query: 'query ($id: ID!) { a: incident(id: $id) { x: number y: number } b: incident(id: $id) { number } }',
        variables: { id: 1 },
      },
      'compiled',
    ],
    [
      'fields that are merged',
      {
        query:
          'query ($id: ID!) { incident(id: $id) { number decision { score } } incident(id: $id) { title decision { severity } } }',
        variables: { id: 1 },
      },
      'compiled',
    ],
    [
      'fragments',
      {
        query:
          'query { ...A } fragment A on Query { viewer { ...B } ... on Query { systemStatus { open } } ... { viewer { role } } } fragment B on Viewer { name }',
      },
      'compiled',
    ],
    ['type names', { query: '{ __typename t: __typename viewer { __typename name } }' }, 'compiled'],
    [
      'literals that are plain',
      { query: '{ incidents(first: 2, orderBy: OPENED_AT_DESC) { nodes { number } } incident(id: 1) { number } }' },
      'compiled',
    ],
    [
      'literals of text',
      { query: '{ incident(id: "1") { number } incidents(filter: { service: ["service 1"] }) { nodes { number } } }' },
      'prepared',
    ],
    ['literals of moments', { query: '{ incident(id: 1, asOf: "2030-01-01T00:00:00Z") { number } }' }, 'prepared'],
    [
      'defaults',
      {
        query:
          'query ($first: Int = 2, $order: IncidentOrder = OPENED_AT_DESC) { incidents(first: $first, orderBy: $order) { nodes { number } } }',
      },
      'compiled',
    ],
    [
      'defaults of text',
      {
        query:
          'query ($id: ID = "1", $asOf: DateTime = "2030-01-01T00:00:00Z") { a: incident(id: $id, asOf: $asOf) { number } }',
      },
      'prepared',
    ],
    ['defaults of what must be', { query: 'query ($id: ID! = 1) { incident(id: $id) { number } }' }, 'prepared'],
    [
      'the default of an argument',
      { query: 'query ($order: IncidentOrder) { incidents(orderBy: $order) { nodes { number } } }' },
      'compiled',
    ],
    [
      'directives',
      {
        query: 'query ($yes: Boolean!) { viewer @include(if: $yes) { name @skip(if: $yes) role } }',
        variables: { yes: true },
      },
      'prepared',
    ],
    ['everything left out', { query: '{ viewer { name @skip(if: true) } }' }, 'prepared'],
    [
      'one of several operations',
      { query: 'query A { viewer { name } } query B { viewer { role } }', operationName: 'B' },
      'compiled',
    ],
    ['none of several operations', { query: 'query A { viewer { name } } query B { viewer { role } }' }, 'apollo'],
    ['an operation that is not there', { query: 'query A { viewer { name } }', operationName: 'B' }, 'apollo'],
    ['an operation without a name', { query: 'query A { viewer { name } }', operationName: '' }, 'apollo'],
    [
      'an operation by null',
      { query: 'query A { viewer { name } }', operationName: null, variables: null, extensions: null },
      'compiled',
    ],
    ['extensions that nobody knows', { query: '{ viewer { name } }', extensions: { a: 1 } }, 'compiled'],
    ['extensions that are a list', { query: '{ viewer { name } }', extensions: [] }, 'apollo'],
    ['variables that are a list', { query: '{ viewer { name } }', variables: [] }, 'apollo'],
    ['variables that are text', { query: '{ viewer { name } }', variables: '{}' }, 'apollo'],
    ['introspection', { query: '{ __schema { queryType { name } } viewer { name } }' }, 'apollo'],
    ['one type', { query: '{ __type(name: "Viewer") { name } }' }, 'apollo'],
    ['a subscription', { query: 'subscription { incidentFeed { head } }' }, 'apollo'],
    ['no document', { query: '' }, 'apollo'],
    ['a document that is a number', { query: 1 }, 'apollo'],
    ['wrong syntax', { query: '{ viewer' }, 'apollo'],
    ['unknown fields', { query: '{ viewer { colour } }' }, 'apollo'],
    ['too much', { query: '{ incidents(first: 500) { nodes { timeline(first: 200) { nodes { id } } } } }' }, 'apollo'],
    [
      'too much by a variable',
      {
        query: 'query ($n: Int) { incidents(first: $n) { nodes { timeline(first: $n) { nodes { id } } } } }',
        variables: { n: 300 },
      },
      'apollo',
    ],
    [
      'names of JavaScript',
      {
        query:
          'query ($constructor: ID = 1) { constructor: viewer { toString: name hasOwnProperty: role } incident(id: 1) { valueOf: number } }',
      },
      'apollo',
    ],
    ['the prototype', { query: '{ __proto__: viewer { __proto__: name role } }' }, 'prepared'],
    ['a line that ends otherwise', { query: '{\u2028 viewer { name } }' }, 'apollo'],
  ])('%s', async (_what, body, way) => {
    expect((await twins.ask(body)).way).toBe(way);
  });

  test('a page size that is small is answered fast after one that was too large', async () => {
    const query = 'query ($n: Int) { incidents(first: $n) { nodes { timeline(first: $n) { nodes { kind } } } } }';
    expect((await twins.ask({ query, variables: { n: 301 } })).way).toBe('apollo');
    expect((await twins.ask({ query, variables: { n: 2 } })).way).toBe('compiled');
  });

  test('who may not is refused, whoever asked before', async () => {
    const { data } = await requestGraphQL<{ createApiToken: { secret: string } }>(
      twins.plain,
      'mutation { createApiToken(input: { name: "reader", role: VIEWER }) { secret } }',
    );
    const query = '{ apiTokens { name } }';
    expect((await twins.ask({ query })).way).toBe('compiled');
    const answer = await twins.ask({ query }, { authorization: `Bearer ${data?.createApiToken.secret}` });
    expect(answer).toMatchObject({ way: 'apollo', status: 403 });
  });

  test.each([
    ...acceptsOfFastLane,
    'text/html',
    'application/graphql-response+json',
    'multipart/mixed, application/json',
    'image/png',
  ])('accept: %s', async (accept) => {
    const { way } = await twins.ask({ query: '{ viewer { name } }' }, { accept });
    expect(way).toBe(acceptsOfFastLane.includes(accept) ? 'compiled' : 'apollo');
    await twins.ask({ query: list, variables: { first: 501 } }, { accept });
    await twins.ask({ query: ingest, variables: { input: {} } }, { accept });
  });
});
