import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react';
import { extendedTo, keptOnly, nothingSelected, type Selection, toggled } from './selection.ts';

export interface SelectionStore {
  readonly get: () => Selection;
  readonly subscribe: (listener: () => void) => () => void;
  readonly toggle: (id: string) => void;
  /** From where the range began, in the order of what is shown. */
  readonly extend: (id: string, order: readonly string[]) => void;
  readonly add: (ids: readonly string[]) => void;
  readonly keep: (isThere: (id: string) => boolean) => void;
  readonly clear: () => void;
}

function createSelectionStore(): SelectionStore {
  let selection = nothingSelected;
  const listeners = new Set<() => void>();
  function become(next: Selection): void {
    if (next === selection) return;
    selection = next;
    for (const listener of listeners) listener();
  }
  return {
    get: () => selection,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    toggle: (id) => become(toggled(selection, id)),
    extend: (id, order) => become(extendedTo(selection, id, order)),
    add: (ids) => become({ ids: new Set([...selection.ids, ...ids]), anchor: selection.anchor }),
    keep: (isThere) => become(keptOnly(selection, isThere)),
    clear: () => become(nothingSelected),
  };
}

const SelectionContext = createContext<SelectionStore | null>(null);

/** What is selected belongs to the page: leaving it lets go. */
export function SelectionProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(createSelectionStore);
  return <SelectionContext value={store}>{children}</SelectionContext>;
}

export function useSelection(): SelectionStore {
  const store = use(SelectionContext);
  if (store === null) throw new Error('No selection: this component belongs inside a SelectionProvider.');
  return store;
}

/** A part of what is selected: text or a number, or the same object as long as nothing changed. */
export function useSelected<T>(select: (selection: Selection) => T): T {
  const store = useSelection();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
