import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export interface TakenContext {
  readonly context: BrowserContext;
  /** For whoever comes next: with its pages closed, and nothing of what they kept. */
  giveBack(): Promise<void>;
}

export interface KeptContexts {
  /** One that nobody else has, as if it were new. */
  take(options: BrowserContextOptions): Promise<TakenContext>;
}

/**
 * The contexts of a browser, which serve one test after the other. What pages of this origin keep (cookies, local storage) goes when a context
 * is given back; what was fetched and compiled for them stays, and that is most of what opening a page costs.
 */
export function keepContexts(browser: Browser, origin: string): KeptContexts {
  const free = new Map<string, BrowserContext[]>();
  const anchors = new Map<BrowserContext, Page>();

  async function anchorOf(context: BrowserContext): Promise<Page> {
    const known = anchors.get(context);
    if (known !== undefined) return known;
    const anchor = await openAnchor(context, origin);
    anchors.set(context, anchor);
    return anchor;
  }

  return {
    take: async (options) => {
      const key = JSON.stringify(options);
      const unused = free.get(key) ?? [];
      free.set(key, unused);
      const context = unused.pop() ?? (await browser.newContext(options));
      return {
        context,
        giveBack: async () => {
          const anchor = await anchorOf(context);
          for (const page of context.pages()) if (page !== anchor) await page.close();
          await context.clearCookies();
          await anchor.evaluate(() => window.localStorage.clear());
          unused.push(context);
        },
      };
    },
  };
}

/** An empty page of the origin. The process that renders it, which has the compiled code, ends with its last page. */
async function openAnchor(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  // Also while a test has taken the server away.
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(origin);
  return page;
}
