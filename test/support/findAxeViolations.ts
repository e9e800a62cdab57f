import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, run } from 'axe-core';
import type { Page } from 'playwright-core';

/** What a rule may find in elements of somebody else's page, which cannot be mended from here. */
export interface AxeException {
  readonly rule: string;
  readonly selector: string;
}

/** What axe finds against WCAG 2.2 AA and its own best practices, in words: rule, why, and where. */
export async function findAxeViolations(page: Page, exceptions: readonly AxeException[] = []): Promise<string[]> {
  // Evaluated rather than added as a script, which the content security policy would refuse.
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const results = await page.evaluate(async (): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: { run: typeof run } };
    return await axe.run(document, { resultTypes: ['violations'] });
  });
  if (results.passes.length === 0) throw new Error('axe has looked at nothing');
  const excepted = new Set<string>();
  for (const { rule, selector } of exceptions) {
    const found = results.violations.filter(({ id }) => id === rule).flatMap(({ nodes }) => nodes);
    for (const { target } of found) {
      const [place] = target;
      if (typeof place === 'string' && (await page.locator(place).and(page.locator(selector)).count()) > 0) {
        excepted.add(`${rule} ${place}`);
      }
    }
  }
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ target }) => !excepted.has(`${id} ${target[0]}`))
      .map(({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 300)}\n  ${failureSummary}`),
  );
}
