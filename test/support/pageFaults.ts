import type { Page } from 'playwright-core';

export interface PageFaults {
  expect(pattern: RegExp): void;
  unexpected(): readonly string[];
}

/** Collects what goes wrong in a page: thrown errors, console errors, refused or failed requests, requests to other servers. */
export async function collectFaults(page: Page): Promise<PageFaults> {
  const faults: string[] = [];
  const expected: RegExp[] = [];
  page.on('pageerror', (error) => faults.push(`thrown: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`answered ${response.status()}: ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    // Given up by the page itself, for example because it moved on.
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed with ${reason}: ${request.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isOwn = protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1';
    if (!isOwn) faults.push(`asks another server: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`Content security policy: ${violatedDirective} refused ${blockedURI}`);
    });
  });
  return {
    expect: (pattern) => expected.push(pattern),
    unexpected: () => faults.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
  };
}
