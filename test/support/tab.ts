import type { BrowserContext, Locator, Page } from 'playwright-core';
import { collectFaults } from './pageFaults.ts';

export type ColumnName = 'Open' | 'Acknowledged' | 'Resolved';

/** A page in a browser of its own: its session and storage are shared with no other tab. */
export interface Tab {
  readonly page: Page;
  /** Says Live, Reconnecting and so on. */
  readonly connection: Locator;
  column(name: ColumnName): Locator;
  /** The card of an incident: in one column, or on the whole board. */
  card(number: number, column?: ColumnName): Locator;
  button(name: string): Locator;
  /** Of the notices in the corner: the one that says this. */
  notice(text: string | RegExp): Locator;
  /** Lets pass what this test brings about on purpose; everything else in the console or on the network fails the test. */
  expectFault(pattern: RegExp): void;
  /** What went wrong in the page so far and was not expected. */
  faults(): readonly string[];
  close(): Promise<void>;
}

export async function openTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  const faults = await collectFaults(page);
  const column = (name: ColumnName) => page.getByRole('region', { name, exact: true });
  return {
    page,
    connection: page.getByRole('status', { name: 'Connection' }),
    column,
    card: (number, name) =>
      (name === undefined ? page : column(name)).getByRole('article', { name: new RegExp(`^#${number} `) }),
    button: (name) => page.getByRole('button', { name, exact: true }),
    notice: (text) =>
      page
        .getByRole('region', { name: /^Notices/ })
        .getByRole('listitem')
        .filter({ hasText: text }),
    expectFault: faults.expect,
    faults: faults.unexpected,
    close: () => context.close(),
  };
}
