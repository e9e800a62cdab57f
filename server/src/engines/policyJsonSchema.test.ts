import { expect, test } from 'vitest';
import { policyJsonSchema } from './policyJsonSchema.ts';

test('a value has its type, its bounds and what the preset says', () => {
  expect(policyJsonSchema()).toMatchObject({
    properties: {
      severity: { properties: { logBelow: { type: 'number', minimum: 0, maximum: 1, default: expect.any(Number) } } },
      grouping: { properties: { by: { enum: ['signal', 'service', 'labels', 'learned'], default: 'learned' } } },
    },
  });
});

test('nothing is required but within the entries of lists and records', () => {
  const schema = policyJsonSchema();
  expect(schema).not.toHaveProperty('required');
  expect(schema).not.toHaveProperty('properties.severity.required');
  expect(schema).toHaveProperty('properties.severity.properties.floors.items.required');
});
