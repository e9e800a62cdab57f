import type { ColumnName, Tab } from './tab.ts';

/** Waits for a card in a column; answers when the frame that shows it was painted, in ms since 1970. */
export async function paintedAt(tab: Tab, number: number, column: ColumnName): Promise<number> {
  const card = tab.card(number, column);
  await card.waitFor();
  return await card.evaluate(
    () => new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(Date.now())))),
  );
}
