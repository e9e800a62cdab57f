import {
  GraphQLID,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { Variables } from '../complexity.ts';

type Fits = (value: unknown) => boolean;

/**
 * Tells whether variables fit an operation; looks no further than the first that does not. graphql-jit looks for all of them, and quotes what
 * stands around in the message of each: a body of megabytes would cost it minutes and all memory.
 */
export function variablesFit(schema: GraphQLSchema, operation: OperationDefinitionNode): (given: Variables) => boolean {
  const known = new Map<GraphQLInputObjectType, Fits>();
  const variables = (operation.variableDefinitions ?? []).map(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node);
    const fits = isInputType(type) ? fitsType(type, known) : () => false;
    return { name: variable.name.value, fits, hasDefault: defaultValue !== undefined };
  });
  return (given) =>
    variables.every(({ name, fits, hasDefault }) => {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      return (value === undefined && hasDefault) || fits(value);
    });
}

function fitsType(type: GraphQLInputType, known: Map<GraphQLInputObjectType, Fits>): Fits {
  if (isNonNullType(type)) {
    const fits = fitsType(type.ofType, known);
    return (value) => value !== null && value !== undefined && fits(value);
  }
  const fits = isListType(type)
    ? fitsList(fitsType(type.ofType, known))
    : isInputObjectType(type)
      ? fitsObject(type, known)
      : fitsLeaf(type);
  return (value) => value === null || value === undefined || fits(value);
}

function fitsList(fits: Fits): Fits {
  return (value) => (Array.isArray(value) ? value.every(fits) : fits(value));
}

function fitsObject(type: GraphQLInputObjectType, known: Map<GraphQLInputObjectType, Fits>): Fits {
  const found = known.get(type);
  if (found !== undefined) return found;
  const fields = new Map<string, Fits>();
  const required: string[] = [];
  const fits: Fits = (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const given = value as Readonly<Record<string, unknown>>;
    for (const name in given) if (!fields.get(name)?.(given[name])) return false;
    return required.every((name) => given[name] !== undefined);
  };
  // Before its fields, among which may be one of its own type.
  known.set(type, fits);
  for (const field of Object.values(type.getFields())) {
    fields.set(field.name, fitsType(field.type, known));
    if (isRequiredInputField(field)) required.push(field.name);
  }
  return fits;
}

function fitsLeaf(type: GraphQLLeafType): Fits {
  // Its error of a word that is none has those that are alike: looking for them takes its time.
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) != null;
  if (type === GraphQLID) return (value) => typeof value === 'string' || Number.isInteger(value);
  return (value) => {
    try {
      return type.parseValue(value) !== undefined;
    } catch {
      return false;
    }
  };
}
