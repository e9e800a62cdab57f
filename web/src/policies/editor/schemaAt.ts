/** JSON Schema, as far as the editor reads it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** All that may stand at a path; `*` is an entry of a list. Empty when nothing is known of it. */
export function schemasAt(schema: JsonSchema, path: readonly string[]): readonly JsonSchema[] {
  const [name, ...rest] = path;
  const ways = alternativesOf(schema);
  if (name === undefined) return ways;
  return ways.flatMap((way) => {
    const below = name === '*' ? way.items : (way.properties?.[name] ?? recordOf(way));
    return below === undefined ? [] : schemasAt(below, rest);
  });
}

/** The fields that may stand in an object, with their schemas. */
export function fieldsOf(schemas: readonly JsonSchema[]): ReadonlyMap<string, JsonSchema> {
  return new Map(schemas.flatMap(({ properties }) => Object.entries(properties ?? {})));
}

/** The values that may be written where only some are allowed. */
export function valuesOf(schemas: readonly JsonSchema[]): readonly string[] {
  const values = schemas.flatMap((schema): readonly unknown[] => {
    if (schema.enum !== undefined) return schema.enum;
    if (schema.const !== undefined) return [schema.const];
    if (schema.type === 'boolean') return [true, false];
    return schema.type === 'null' ? [null] : [];
  });
  return [...new Set(values.map((value) => String(value)))];
}

/** What a value is, in a few words: `number, 0 to 1`, `HIGH or LOW`, `list`. */
export function describeSchema(schema: JsonSchema): string {
  const ways = alternativesOf(schema);
  const values = valuesOf(ways);
  if (values.length > 0 && ways.every((way) => valuesOf([way]).length > 0)) return values.join(' or ');
  return [...new Set(ways.map(describeOne))].join(' or ');
}

function describeOne(schema: JsonSchema): string {
  if (schema.enum !== undefined || schema.const !== undefined) return valuesOf([schema]).join(' or ');
  const type = String(schema.type ?? 'anything');
  if (type === 'array') return 'list';
  if (type === 'string') return 'text';
  const { minimum, maximum } = schema;
  return minimum !== undefined && maximum !== undefined && Number.isSafeInteger(maximum)
    ? `${type}, ${minimum} to ${maximum}`
    : type;
}

function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  const ways = schema.anyOf ?? schema.oneOf;
  return ways === undefined ? [schema] : ways.flatMap(alternativesOf);
}

function recordOf({ additionalProperties }: JsonSchema): JsonSchema | undefined {
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}
