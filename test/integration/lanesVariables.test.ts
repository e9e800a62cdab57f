import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphQLWay } from '../../server/src/transport/figures.ts';
import { type LaneTwins, sampleSignal, startLaneTwins } from '../support/laneTwins.ts';

let twins: LaneTwins;
beforeAll(async () => {
  twins = await startLaneTwins();
});
afterAll(() => twins.close());

const ingest = 'mutation ($input: SignalInput!) { ingestSignal(input: $input) { outcome userErrors { field } } }';
const ingestMany =
  'mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { rejected results { outcome } } }';
const list =
  'query ($first: Int, $after: String, $filter: IncidentFilter) { incidents(first: $first, after: $after, filter: $filter) { nodes { number } } }';
const one = 'query ($id: ID!, $asOf: DateTime) { incident(id: $id, asOf: $asOf) { number } }';

describe('variables that do not fit', () => {
  test.each<[string, string, unknown]>([
    ['missing', ingest, {}],
    ['null', ingest, { input: null }],
    ['no variables at all', ingest, null],
    ['a list for an object', ingest, { input: [] }],
    ['a text for an object', ingest, { input: 'x' }],
    ['a field that is missing', ingest, { input: { source: 's' } }],
    ['a field that is null', ingest, { input: { ...sampleSignal, title: null } }],
    ['a field that is unknown', ingest, { input: { ...sampleSignal, colour: 'red' } }],
    [
      'several faults',
      ingest,
      { input: { ...sampleSignal, title: 7, colour: 'red', confidence: 'high', state: 'BROKEN' } },
    ],
    ['a number for a text', ingest, { input: { ...sampleSignal, title: 7 } }],
    ['a text for a number', ingest, { input: { ...sampleSignal, confidence: '1' } }],
    ['a flag for a number', ingest, { input: { ...sampleSignal, confidence: true } }],
    ['an enum that is unknown', ingest, { input: { ...sampleSignal, reportedSeverity: 'WORST' } }],
    ['an enum that is a number', ingest, { input: { ...sampleSignal, reportedSeverity: 1 } }],
    ['a moment that is none', ingest, { input: { ...sampleSignal, occurredAt: 'yesterday' } }],
    ['a number for a moment', ingest, { input: { ...sampleSignal, occurredAt: 1 } }],
    ['a list with a hole', ingestMany, { inputs: [sampleSignal, null] }],
    ['a list of lists', ingestMany, { inputs: [[sampleSignal]] }],
    [
      'a fault deep down',
      ingestMany,
      { inputs: [sampleSignal, { ...sampleSignal, metrics: [{ name: 'm', value: 'v' }] }] },
    ],
    ['a fraction for an Int', list, { first: 1.5 }],
    ['a large Int', list, { first: 2 ** 31 }],
    ['a text for an Int', list, { first: '1' }],
    ['a number for a text again', list, { after: 1 }],
    ['an enum in a list', list, { filter: { severity: ['HIGH', 'WORST'] } }],
    ['a fraction for an ID', one, { id: 1.5 }],
    ['an object for an ID', one, { id: {} }],
    ['a flag for an ID', one, { id: true }],
    ['a moment in a query', one, { id: '1', asOf: '2026-02-30T00:00:00Z' }],
  ])('%s', async (_what, query, variables) => {
    const { way, status } = await twins.ask({ query, variables });
    expect({ way, status }).toEqual({ way: 'apollo', status: 400 });
  });
});

describe('variables that fit', () => {
  test.each<[string, string, unknown]>([
    ['an object for a list of one', ingestMany, { inputs: { ...sampleSignal, title: '' } }],
    ['a value for a list of one', list, { filter: { severity: 'HIGH' } }],
    ['an empty list', ingestMany, { inputs: [] }],
    ['a whole number for an ID', one, { id: 1 }],
    ['null and nothing for what may be', list, { first: null, filter: { severity: null } }],
    ['variables that nobody declared', one, { id: '1', other: { a: 1 } }],
    ['a moment with another offset', one, { id: '1', asOf: '2030-11-23T08:15:00.25+05:30' }],
    ['the largest Int that may be', one, { id: 2147483648 }],
    [
      'a signal with every field',
      ingest,
      {
        input: {
          ...sampleSignal,
          idempotencyKey: 'key 3',
          state: null,
          confidence: 1,
          historical: null,
          occurredAt: null,
          labels: { name: 'a', value: 'b' },
        },
      },
    ],
    ['a signal that is refused', ingest, { input: { ...sampleSignal, title: ' ', confidence: -0 } }],
  ])('%s', async (_what, query, variables) => {
    expect(await twins.ask({ query, variables })).toMatchObject({ way: 'compiled', status: 200 });
  });
});

describe('errors of execution', () => {
  const page =
    'query ($id: ID!, $first: Int) { incident(id: $id) { number alerts(first: $first) { totalCount } } viewer { name } }';
  test.each<[string, string, unknown, GraphQLWay]>([
    ['in a field that may be null', page, { id: '1', first: 9999 }, 'apollo'],
    [
      'two at once',
      'query ($n: Int) { a: incident(id: 1) { alerts(first: $n) { totalCount } timeline(first: $n) { totalCount } } }',
      { n: 9999 },
      'apollo',
    ],
    ['at the root, which may not be null', list, { first: 501 }, 'apollo'],
    [
      'in two fields of the root',
      'query ($n: Int) { a: incidents(first: $n) { totalCount } b: incidents(first: $n, last: 1) { totalCount } }',
      { n: 9999 },
      'apollo',
    ],
    ['of a mutation', ingestMany, { inputs: Array.from({ length: 1001 }, () => sampleSignal) }, 'compiled'],
    [
      'below a mutation',
      'mutation ($n: Int) { acknowledgeIncident(input: { id: "1" }) { incident { number alerts(first: $n) { totalCount } } } }',
      { n: 9999 },
      'prepared',
    ],
    [
      'of one mutation among several',
      'mutation ($n: Int) { a: acknowledgeIncident(input: { id: "1" }) { incident { number timeline(first: $n) { totalCount } } } b: resolveIncident(input: { id: "4711" }) { userErrors { code } } }',
      { n: 9999 },
      'prepared',
    ],
  ])('%s', async (_what, query, variables, way) => {
    const answer = await twins.ask({ query, variables });
    expect(answer.body).toContain('"errors"');
    expect(answer.way).toBe(way);
  });
});
