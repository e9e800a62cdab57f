import { buildSchema, isEnumType, isInputObjectType, isIntrospectionType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { readSdl } from './sdl.ts';

type Described = { name: string; description?: string | null | undefined };

const schema = buildSchema(readSdl());

/** Every type, field, argument and enum value of the contract, by its path. */
const parts: Described[] = Object.values(schema.getTypeMap())
  .filter((type) => !isIntrospectionType(type))
  .flatMap((type) => {
    const at = (part: Described): Described => ({ ...part, name: `${type.name}.${part.name}` });
    if (isEnumType(type)) return [type, ...type.getValues().map(at)];
    if (isInputObjectType(type)) return [type, ...Object.values(type.getFields()).map(at)];
    if (!isObjectType(type)) return [type];
    const fields = Object.values(type.getFields());
    return [type, ...fields.map(at), ...fields.flatMap(({ args }) => args.map(at))];
  });

test('the contract is found and valid', () => {
  expect(schema.getQueryType()?.name).toBe('Query');
  expect(parts.length).toBeGreaterThan(300);
});

test('every type, field, argument and enum value is described', () => {
  expect(parts.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
});
