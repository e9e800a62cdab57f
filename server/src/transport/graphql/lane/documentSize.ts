import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Fragments } from '../fragments.ts';

/** How many fields an operation selects with its fragments unfolded wherever they are spread: what a compiler has to write out. */
export function unfoldedFields(operation: OperationDefinitionNode, fragments: Fragments): number {
  // Each fragment is counted once: unfolding them could take exponential time.
  const known = new Map<FragmentDefinitionNode, number>();

  function fieldsOf(set: SelectionSetNode): number {
    let fields = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) fields += 1 + (selection.selectionSet ? fieldsOf(selection.selectionSet) : 0);
      else if (selection.kind === Kind.INLINE_FRAGMENT) fields += fieldsOf(selection.selectionSet);
      else fields += fieldsOfFragment(fragments.get(selection.name.value));
    }
    return fields;
  }

  function fieldsOfFragment(fragment: FragmentDefinitionNode | undefined): number {
    if (fragment === undefined) return 0;
    const counted = known.get(fragment);
    if (counted !== undefined) return counted;
    known.set(fragment, 0);
    const fields = fieldsOf(fragment.selectionSet);
    known.set(fragment, fields);
    return fields;
  }

  return fieldsOf(operation.selectionSet);
}
