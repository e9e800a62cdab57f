const cardSelector = '[data-incident]';

/** The incident whose card has the focus, or has it inside. */
export function focusedIncidentId(): string | null {
  return focusedCard()?.getAttribute('data-incident') ?? null;
}

/** Moves the focus down (1) or up (-1) within the column; to the first card of all when none has it. */
export function focusNeighbour(step: 1 | -1): void {
  const card = focusedCard();
  if (card === null) {
    focus(visibleColumns().flatMap(cardsOf)[0]);
    return;
  }
  const column = card.closest<HTMLElement>('[data-column]');
  if (column === null) return;
  const cards = cardsOf(column);
  focus(cards[cards.indexOf(card) + step]);
}

/** Moves the focus to the nearest column that has cards, to the right (1) or to the left (-1), at about the same height. */
export function focusBeside(step: 1 | -1): void {
  const card = focusedCard();
  const columns = visibleColumns();
  const at = columns.findIndex((column) => card !== null && column.contains(card));
  if (card === null || at < 0) {
    focusNeighbour(1);
    return;
  }
  const others = step === 1 ? columns.slice(at + 1) : columns.slice(0, at).reverse();
  const cards = others.map(cardsOf).find((found) => found.length > 0) ?? [];
  const top = card.getBoundingClientRect().top;
  const distance = (other: HTMLElement) => Math.abs(other.getBoundingClientRect().top - top);
  focus(cards.toSorted((a, b) => distance(a) - distance(b))[0]);
}

/** The card or row that has the focus, or has it inside. */
export function focusedCard(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(cardSelector) ?? null;
}

function visibleColumns(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-column]')].filter((column) => column.checkVisibility());
}

function cardsOf(column: HTMLElement): readonly HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>(cardSelector)];
}

const orders = new WeakMap<Element, () => readonly string[]>();

/** Says in which order a column's or the grid's incidents stand, also those that are not rendered. */
export function registerOrder(column: Element, order: () => readonly string[]): void {
  orders.set(column, order);
}

/** The order of the column with the focus, for ranges; of all that are shown when none has it. */
export function visibleOrder(): readonly string[] {
  const column = focusedCard()?.closest('[data-column]');
  return (column ? [column] : visibleColumns()).flatMap((each) => orders.get(each)?.() ?? []);
}

function focus(card: HTMLElement | undefined): void {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
}
