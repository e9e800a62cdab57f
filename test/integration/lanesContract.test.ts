import { fileURLToPath } from 'node:url';
import { concatAST, Kind, print, separateOperations } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocuments } from '../../schema/documents.ts';
import { createSchema } from '../../server/src/transport/graphql/schema.ts';
import { everythingBelow } from '../support/everyField.ts';
import { type LaneTwins, sampleSignal, startLaneTwins } from '../support/laneTwins.ts';

let twins: LaneTwins;
beforeAll(async () => {
  twins = await startLaneTwins();
});
afterAll(() => twins.close());

const range = { from: '2026-01-01T00:00:00Z', to: '2030-01-01T00:00:00+02:00' };

const root = fileURLToPath(new URL('../..', import.meta.url));
/** For every variable of the documents of the clients, by its type. */
const valueByType: Readonly<Record<string, unknown>> = {
  ID: '1',
  Int: 3,
  String: null,
  IncidentFilter: { severity: ['HIGH', 'MEDIUM', 'LOW'] },
  IncidentOrder: 'OPENED_AT_ASC',
  TimeRangeInput: range,
  MetricsFilter: { service: ['service 1'] },
  TimeBucket: 'DAY',
  SignalInput: { ...sampleSignal, service: 'service 0', idempotencyKey: 'key 0' },
  AcknowledgeIncidentInput: { id: '1' },
  MatcherInput: null,
};

describe('the documents of the clients', () => {
  const operations = ['schema/src', 'web/src'].flatMap((folder) => {
    const documents = readDocuments(root, folder).map(({ document }) => document);
    return Object.values(separateOperations(concatAST(documents)));
  });
  const cases = operations.flatMap((document) => {
    const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    if (operation === undefined || operation.operation === 'subscription') return [];
    const variables = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
      const named = print(type).replace(/[![\]]/g, '');
      // An input of a command that is not in the table names an incident that is not there.
      const value = named in valueByType ? valueByType[named] : { id: '4711' };
      return [variable.name.value, print(type).startsWith('[') && value !== null ? [value, value] : value] as const;
    });
    return [{ name: operation.name?.value ?? '', query: print(document), variables: Object.fromEntries(variables) }];
  });

  test.each(cases)('$name', async ({ query, variables }) => {
    await twins.ask({ query, variables });
  });

  test('are many, and reads and signals of them are compiled', async () => {
    const ways = new Map<string, string | undefined>();
    for (const { name, query, variables } of cases) ways.set(name, (await twins.ask({ query, variables })).way);
    expect(ways.size).toBeGreaterThan(20);
    expect(Object.fromEntries(ways)).toMatchObject({
      Incident: 'compiled',
      Incidents: 'compiled',
      IngestSignal: 'compiled',
      IngestSignals: 'compiled',
      IncidentTimelinePage: 'compiled',
      Metrics: 'compiled',
    });
  });
});

describe('everything that the contract has', () => {
  const schema = createSchema();
  const variables = {
    id: '1',
    range,
    from: 1,
    to: 1,
    schedule: {
      start: '2026-11-23T08:00:00',
      durationMinutes: 60,
      timeZone: 'Europe/Berlin',
      recurrence: 'FREQ=DAILY',
    },
    input: { id: '4711', ...sampleSignal, idempotencyKey: 'key 0' },
    inputs: [
      { ...sampleSignal, idempotencyKey: 'key 1' },
      { ...sampleSignal, title: '' },
    ],
  };
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  test.each(queries.map((field) => [field.name, everythingBelow('query', field, 4)]))(
    'query %s',
    async (_name, query) => {
      await twins.ask({ query, variables });
    },
  );

  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  test.each(mutations.map((field) => [field.name, everythingBelow('mutation', field, 3)]))(
    'mutation %s',
    async (name, query) => {
      const input = name === 'ingestSignal' ? { ...sampleSignal, idempotencyKey: 'key 0' } : { id: '4711' };
      await twins.ask({ query, variables: { ...variables, input } });
    },
  );
});
