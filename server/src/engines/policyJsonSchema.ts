import { z } from 'zod';
import { policySchema } from './policySchema.ts';
import { presetLoadV2 } from './presetLoadV2.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * The form of a policy's document as JSON Schema 2020-12, for editors. Nothing is required, since what a document leaves out comes from
 * the preset of its profile; what that of `load-v2` says stands as `default` beside each value.
 */
export function policyJsonSchema(): Schema {
  return adapted(z.toJSONSchema(policySchema, { io: 'input' }), presetLoadV2);
}

function adapted(schema: Schema, preset: unknown): Schema {
  const { properties, required, ...rest } = schema;
  // Inside lists and records the preset has nothing to say, and what is required there stays so.
  if (!isRecord(properties) || !isRecord(preset)) return preset === undefined ? schema : { ...schema, default: preset };
  const fields = Object.entries(properties).map(([name, field]) => [
    name,
    isRecord(field) ? adapted(field, preset[name]) : field,
  ]);
  return { ...rest, properties: Object.fromEntries(fields) };
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
