import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from './fragments.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** How many objects a list has whose length nothing in the document says. */
const listEstimate = 10;
/** `incidents` answers so many when neither first nor last is given. */
const pageEstimate = 50;
const listEstimates: Readonly<Record<string, number>> = {
  'Metrics.series': 300,
  'Metrics.hours': 168,
  'Metrics.bySeverity': 4,
  'Metrics.serviceLevel': 4,
  'ServiceMetrics.bySeverity': 4,
  'OpenNow.bySeverity': 4,
  'Notification.attempts': 9,
};

/** The arguments that give a page's size; the first that is given counts. */
export const pageArguments: readonly string[] = ['first', 'last'];

/** What a field costs besides its objects: those of every incident are a query of their own. */
const queryCosts: Readonly<Record<string, number>> = {
  'Incident.alerts': 30,
  // A step into an index for each slice; those of several incidents are one query.
  'Incident.signalHistory': 5,
  'Incident.timeline': 30,
  'PolicyActivation.changes': 30,
  'Metrics.incidents': 30,
  'SeverityMetrics.incidents': 30,
  'ServiceMetrics.incidents': 30,
  'SourceMetrics.incidents': 30,
  'ResponderMetrics.incidents': 30,
  'LabelMetrics.incidents': 30,
  'MetricsPoint.incidents': 30,
  'MetricsHour.incidents': 30,
  'ServiceLevel.incidents': 30,
  'DurationStats.incidents': 30,
};

/**
 * Estimates how many objects an operation's answer may have: every object counts 1, times the page sizes and list lengths above it; a field that needs a query of its own counts as some more.
 * Values inside objects are free. The operation must be valid; variables are as they were sent.
 */
export function estimateCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
): number {
  // Each fragment is walked once for each page size that it stands under: unfolding them could take exponential time.
  const known = new Map<string, number>();

  function nodesOf(set: SelectionSetNode, type: GraphQLNamedType, page: number): number {
    let nodes = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        nodes += nodesOfField(selection, type, page);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        nodes += nodesOf(selection.selectionSet, type, page);
      } else {
        nodes += nodesOfFragment(selection.name.value, type, page);
      }
    }
    return nodes;
  }

  function nodesOfFragment(name: string, type: GraphQLNamedType, page: number): number {
    const key = `${name} ${type.name} ${page}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    known.set(key, 0);
    const nodes = nodesOf(fragment.selectionSet, type, page);
    known.set(key, nodes);
    return nodes;
  }

  function nodesOfField(node: FieldNode, parent: GraphQLNamedType, page: number): number {
    // Introspection has no page sizes; the depth bounds it.
    const field = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = getNamedType(field?.type);
    if (field === undefined || node.selectionSet === undefined || type === undefined) return 0;
    const isConnection = type.name.endsWith('Connection');
    const ownPage = isConnection ? pageSizeOf(node, field, variables) : 0;
    const length = isListType(getNullableType(field.type)) ? lengthOf(node, field, parent, page, variables) : 1;
    const queryCost = queryCosts[`${parent.name}.${field.name}`] ?? 0;
    return length * (1 + queryCost + nodesOf(node.selectionSet, type, ownPage));
  }

  const root = schema.getRootType(operation.operation);
  return root ? nodesOf(operation.selectionSet, root, 0) : 0;
}

function lengthOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLNamedType,
  page: number,
  variables: Variables,
): number {
  if (parent.name.endsWith('Connection')) return page;
  if (field.args.some(({ name }) => name === 'first')) return pageSizeOf(node, field, variables);
  return listEstimates[`${parent.name}.${field.name}`] ?? listEstimate;
}

function pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Variables): number {
  for (const name of pageArguments) {
    const size =
      givenSize(node, name, variables) ?? field.args.find((argument) => argument.name === name)?.defaultValue;
    if (typeof size === 'number' && Number.isFinite(size)) return Math.max(0, size);
  }
  return pageEstimate;
}

function givenSize(node: FieldNode, name: string, variables: Variables): unknown {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  return value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
}
