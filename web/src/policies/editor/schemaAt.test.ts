import { expect, test } from 'vitest';
import { describeSchema, fieldsOf, type JsonSchema, schemasAt, valuesOf } from './schemaAt.ts';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    by: { type: 'string', enum: ['service', 'labels'] },
    share: { type: 'number', minimum: 0, maximum: 1 },
    quiet: { anyOf: [{ type: 'number', minimum: 0, maximum: 9 }, { type: 'null' }] },
    severity: { anyOf: [{ type: 'string', enum: ['LOW', 'HIGH'] }, { const: 'reported' }] },
    steps: { type: 'array', items: { type: 'object', properties: { after: { type: 'integer' } } } },
    targets: {
      type: 'object',
      additionalProperties: {
        oneOf: [
          { type: 'object', properties: { channel: { const: 'log' } } },
          { type: 'object', properties: { channel: { const: 'webhook' }, url: { type: 'string' } } },
        ],
      },
    },
  },
};
const namesAt = (...path: string[]) => [...fieldsOf(schemasAt(schema, path)).keys()];

test('fields are found in objects, lists and records of alternatives', () => {
  expect(namesAt()).toEqual(['by', 'share', 'quiet', 'severity', 'steps', 'targets']);
  expect(namesAt('steps', '*')).toEqual(['after']);
  expect(namesAt('targets', 'pager')).toEqual(['channel', 'url']);
  expect(namesAt('nowhere', 'at', 'all')).toEqual([]);
});

test('values are those that are allowed', () => {
  expect(valuesOf(schemasAt(schema, ['by']))).toEqual(['service', 'labels']);
  expect(valuesOf(schemasAt(schema, ['targets', 'pager', 'channel']))).toEqual(['log', 'webhook']);
  expect(valuesOf(schemasAt(schema, ['quiet']))).toEqual(['null']);
  expect(valuesOf(schemasAt(schema, ['share']))).toEqual([]);
});

test.each([
  ['by', 'service or labels'],
  ['share', 'number, 0 to 1'],
  ['quiet', 'number, 0 to 9 or null'],
  ['severity', 'LOW or HIGH or reported'],
  ['steps', 'list'],
  ['targets', 'object'],
])('%s is described as %s', (name, words) => {
  expect(describeSchema(schema.properties?.[name] ?? {})).toBe(words);
});
