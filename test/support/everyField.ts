import { type GraphQLField, type GraphQLNamedType, getNamedType, isNonNullType, isObjectType } from 'graphql';

/** A document that selects everything below a root field, down to a depth; required arguments become variables of their own names. */
export function everythingBelow(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  depth: number,
): string {
  const required = field.args.filter(({ type }) => isNonNullType(type));
  const declared = required.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const given = required.map(({ name }) => `${name}: $${name}`).join(', ');
  const head = declared === '' ? kind : `${kind} (${declared})`;
  return `${head} { ${field.name}${given === '' ? '' : `(${given})`} ${selectionOf(getNamedType(field.type), depth)} }`;
}

function selectionOf(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(({ type: argument }) => isNonNullType(argument))) return [];
    const inner = getNamedType(field.type);
    if (!isObjectType(inner)) return [field.name];
    return depth > 1 ? [`${field.name} ${selectionOf(inner, depth - 1)}`] : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
}
