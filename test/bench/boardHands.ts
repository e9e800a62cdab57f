import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Between two inputs: what follows one must not be taken for the other's. */
const pauseMs = 150;

/** Uses the board as a responder does: moves, opens, selects, searches, changes the view, finds a command. By keys and by the mouse. */
export async function useBoard(page: Page): Promise<void> {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await sleep(pauseMs);
    }
  };
  const panel = page.getByRole('button', { name: 'Close', exact: true });
  // Not the card that stands for a storm, which opens in place.
  const cards = page.getByRole('article', { name: /^#/ });
  await cards.first().focus();
  await press('j', 'j', 'k', 'x', 'Escape', 'o');
  await panel.waitFor();
  await press('j', 'j', 'Escape');
  await panel.waitFor({ state: 'detached' });
  // The focus goes back to where it was.
  await sleep(3 * pauseMs);

  const search = page.getByRole('searchbox').first();
  await search.click();
  await press(...'queue');
  await search.fill('');
  await sleep(pauseMs);

  await page.getByText('Grid', { exact: true }).click();
  await page.getByRole('grid').getByRole('row').nth(5).waitFor();
  await press('j', 'j', 'ArrowDown', 'x', 'Escape');
  await page.getByText('Columns', { exact: true }).click();
  await cards.nth(1).waitFor();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.waitFor();
  await press(...'metri');
  while ((await palette.count()) > 0) await press('Escape');

  await cards.nth(1).getByRole('link').first().click();
  await panel.waitFor();
  await panel.click();
  await panel.waitFor({ state: 'detached' });
}
