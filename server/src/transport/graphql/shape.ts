import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import type { Fragments } from './fragments.ts';

export interface Shape {
  /** Levels of selection, fragments unfolded. */
  readonly depth: number;
  /** Aliases written in the document. */
  readonly aliases: number;
}

const shapes = new WeakMap<DocumentNode, Shape>();

/** Measures a valid document: one whose fragments have no cycles. Each document is measured once. */
export function shapeOf(document: DocumentNode, fragments: Fragments): Shape {
  const known = shapes.get(document);
  if (known) return known;
  const depths = new Map<FragmentDefinitionNode, number>();
  let aliases = 0;
  let depth = 0;

  // Each fragment is walked once, however often it is spread: unfolding them all could take exponential time.
  function depthOf(set: SelectionSetNode): number {
    let deepest = 0;
    for (const selection of set.selections) deepest = Math.max(deepest, depthOfSelection(selection));
    return deepest;
  }

  function depthOfSelection(selection: SelectionSetNode['selections'][number]): number {
    switch (selection.kind) {
      case Kind.FIELD:
        if (selection.alias) aliases += 1;
        return 1 + (selection.selectionSet ? depthOf(selection.selectionSet) : 0);
      case Kind.INLINE_FRAGMENT:
        return depthOf(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD: {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined) return 0;
        const known = depths.get(fragment);
        if (known !== undefined) return known;
        // Stands until it is measured, so that a cycle ends.
        depths.set(fragment, 0);
        const measured = depthOf(fragment.selectionSet);
        depths.set(fragment, measured);
        return measured;
      }
    }
  }

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) depth = Math.max(depth, depthOf(definition.selectionSet));
  }
  const shape = { depth, aliases };
  shapes.set(document, shape);
  return shape;
}
