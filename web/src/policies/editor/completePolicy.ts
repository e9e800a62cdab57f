import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { describeSchema, fieldsOf, type JsonSchema, schemasAt, valuesOf } from './schemaAt.ts';
import { yamlPlaceAt } from './yamlPlace.ts';

/** Completes fields and values of a policy by its schema; what the preset says stands beside them. */
export function completePolicy(schema: JsonSchema): CompletionSource {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const { path, kind, prefix, siblings } = yamlPlaceAt(state.doc.toString(), pos);
    if (!explicit && prefix === '' && kind === 'KEY') return null;
    const schemas = schemasAt(schema, path);
    const values = valuesOf(schemas).map((value): Completion => ({ label: value, type: 'enum' }));
    const fields = kind === 'KEY' ? [...fieldsOf(schemas)].filter(([name]) => !siblings.includes(name)) : [];
    const options = [...fields.map(([name, field]) => fieldCompletion(name, field)), ...values];
    return options.length === 0 ? null : { from: pos - prefix.length, options, validFor: /^[\w-]*$/ };
  };
}

function fieldCompletion(name: string, schema: JsonSchema): Completion {
  const isNested = schema.type === 'object' || schema.type === 'array';
  const usual = schema.default === undefined ? '' : ` · usually ${shorten(JSON.stringify(schema.default))}`;
  return {
    label: name,
    type: isNested ? 'namespace' : 'property',
    detail: `${describeSchema(schema)}${usual}`,
    apply: isNested ? `${name}:` : `${name}: `,
  };
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
