import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { may, type Viewer } from '../../domain/access.ts';
import { forbiddenMessage } from '../authenticate.ts';
import { documentBounds } from '../bounds.ts';
import { estimateCost, type Variables } from './complexity.ts';
import { fragmentsOf } from './fragments.ts';
import { permissions } from './permissions.ts';
import { rootFieldsOf } from './rootFields.ts';
import { shapeOf } from './shape.ts';

export interface OperationToAdmit {
  readonly schema: GraphQLSchema;
  /** Valid by the schema. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  readonly viewer: Viewer;
}

/** Whether an operation may be run with these variables: the error that refuses it, or null. The same over HTTP and WebSocket. */
export function admitRequest(asked: OperationToAdmit): GraphQLError | null {
  return admitOperation(asked) ?? admitVariables(asked.variables);
}

/** Whether a viewer may run an operation as a whole. Of the variables only those that give page sizes matter. */
export function admitOperation({
  schema,
  document,
  operation,
  variables,
  viewer,
}: OperationToAdmit): GraphQLError | null {
  const fragments = fragmentsOf(document);
  const rootFields = rootFieldsOf(operation, fragments);
  for (const { name } of rootFields) {
    if (name.value.startsWith('__')) continue;
    const requirement = permissions[operation.operation][name.value];
    if (requirement === 'anyone') continue;
    if (requirement === undefined || !may(viewer, requirement)) {
      const message = forbiddenMessage(viewer, `${operation.operation} ${name.value}`);
      return new GraphQLError(message, { nodes: [name], extensions: { code: 'FORBIDDEN' } });
    }
  }
  if (rootFields.length > documentBounds.rootFields) {
    return tooComplex(`selects ${rootFields.length} root fields`, documentBounds.rootFields);
  }
  const { depth, aliases } = shapeOf(document, fragments);
  if (depth > documentBounds.depth) return tooComplex(`is ${depth} levels deep`, documentBounds.depth);
  if (aliases > documentBounds.aliases) return tooComplex(`has ${aliases} aliases`, documentBounds.aliases);
  const cost = estimateCost(schema, operation, fragments, { ...defaultsOf(operation), ...variables });
  if (cost > documentBounds.cost) return tooComplex(`costs ${cost} (ask for smaller pages)`, documentBounds.cost);
  return null;
}

/** Refuses a text that is too long to be worth reading; null when it is not. */
export function admitText(query: unknown): GraphQLError | null {
  if (typeof query !== 'string' || query.length * 3 <= documentBounds.bytes) return null;
  const bytes = Buffer.byteLength(query);
  return bytes > documentBounds.bytes ? tooComplex(`has ${bytes} bytes`, documentBounds.bytes) : null;
}

/**
 * Refuses variables with an object of very many fields. What executes a document writes such an object out in the message of every field in it
 * that is unknown: 50 times megabytes. Null when there is none.
 */
function admitVariables(variables: unknown): GraphQLError | null {
  // Not by recursion: what was sent may be nested as deep as it is long.
  const pending = [variables];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    if (!Array.isArray(value) && parts.length > documentBounds.inputFields) {
      const message = `An object among the variables has ${parts.length} fields; at most ${documentBounds.inputFields} are allowed.`;
      return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
    }
    for (const part of parts) if (typeof part === 'object') pending.push(part);
  }
  return null;
}

export function tooComplex(what: string, bound: number): GraphQLError {
  return new GraphQLError(`The document ${what}; at most ${bound} are allowed.`, {
    extensions: { code: 'QUERY_TOO_COMPLEX' },
  });
}

/** Numbers that variables have unless they are given: page sizes may be among them. */
function defaultsOf(operation: OperationDefinitionNode): Variables {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) defaults[variable.name.value] = Number(defaultValue.value);
  }
  return defaults;
}
