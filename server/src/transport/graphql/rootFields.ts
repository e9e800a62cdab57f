import { type FieldNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';
import type { Fragments } from './fragments.ts';

/**
 * The fields that an operation selects at its root, those in fragments too. Whether `@include` or `@skip` would leave one out
 * does not count: what is asked for must be allowed.
 */
export function rootFieldsOf(operation: OperationDefinitionNode, fragments: Fragments): FieldNode[] {
  const fields: FieldNode[] = [];
  const entered = new Set<FragmentDefinitionNode>();
  const pending = [operation.selectionSet];
  for (let set = pending.pop(); set !== undefined; set = pending.pop()) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        fields.push(selection);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        pending.push(selection.selectionSet);
        continue;
      }
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined || entered.has(fragment)) continue;
      entered.add(fragment);
      pending.push(fragment.selectionSet);
    }
  }
  return fields;
}
