import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVigilClient, type Role, type SignalInput, type VigilClient } from '@vigil/schema';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium, lightFlags } from './chromium.ts';
import { groupedByService } from './groupedByService.ts';
import { type KeptContexts, keepContexts, type TakenContext } from './keptContexts.ts';
import { startVigil, type TestVigil, type TestVigilOptions } from './startVigil.ts';
import { openTab, type Tab } from './tab.ts';

export interface OpenOptions {
  /** The administrator's when it is not given. */
  readonly token?: string;
  /** `/` when it is not given. */
  readonly path?: string;
  /** Another address of the same server, for example a proxy's. */
  readonly url?: string;
  readonly context?: BrowserContextOptions;
}

/** A server and a browser for the tests of a file. */
export interface Stage {
  readonly vigil: TestVigil;
  /** The administrator's. */
  readonly client: VigilClient;
  /** Opens the sign-in link and waits until the page is live. */
  open(options?: OpenOptions): Promise<Tab>;
  /** Opens an address as it is, in a context that shares nothing with others. */
  visit(address: string, context?: BrowserContextOptions): Promise<Tab>;
  /** Before the test ends, so that the next page opens in less time. Throws when this one had unexpected faults. */
  close(tab: Tab): Promise<void>;
  /** Stops the server and starts it again at the same address. */
  restart(): Promise<void>;
  token(name: string, role: Role): Promise<string>;
  /** Makes an incident of a service of its own; answers its number and id. */
  incident(signal?: Partial<SignalInput>): Promise<{ number: number; id: string }>;
}

interface OpenTab {
  readonly tab: Tab;
  readonly taken: TakenContext;
}

const patienceMs = 30_000;
/** Nothing moves unless a test asks for it: without a graphics card what moves takes a processor. */
const calm = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;
let services = 0;

/** Starts them before the tests of the file and stops them after. A test fails when a page of its has unexpected faults. */
export function prepareStage(options: TestVigilOptions = {}): Stage {
  let vigil: TestVigil;
  let client: VigilClient;
  let browser: Browser;
  let contexts: KeptContexts;
  const tabs: OpenTab[] = [];

  beforeAll(async () => {
    [browser, vigil] = await Promise.all([
      launchChromium(lightFlags),
      startVigil({ policy: groupedByService, ...options }),
    ]);
    contexts = keepContexts(browser, vigil.url);
    client = createVigilClient(vigil);
  });
  afterEach(async ({ task }) => {
    const faults = tabs.flatMap(({ tab }) => tab.faults());
    const failed = task.result?.state === 'fail' || faults.length > 0;
    for (const [index, open] of tabs.splice(0).entries()) {
      if (failed) await keepPicture(open.tab, `${task.name} ${index + 1}`);
      await (failed ? open.tab.close() : finish(open));
    }
    failOn(faults);
  });
  afterAll(async () => {
    client?.close();
    await browser?.close();
    await vigil?.close();
  });

  async function visit(address: string, context: BrowserContextOptions = {}): Promise<Tab> {
    // What can be set for each page does not ask for another context.
    const { colorScheme = 'light', viewport = calm.viewport, ...rest } = context;
    const taken = await contexts.take({ ...calm, ...rest });
    taken.context.setDefaultTimeout(patienceMs);
    const tab = await openTab(taken.context);
    tabs.push({ tab, taken });
    await tab.page.emulateMedia({ colorScheme });
    if (viewport !== null) await tab.page.setViewportSize(viewport);
    await tab.page.goto(address);
    return tab;
  }

  async function finish({ tab, taken }: OpenTab): Promise<void> {
    // What was kept for another origin is nobody else's.
    const isReusable = tab.page.url().startsWith(`${vigil.url}/`);
    await (isReusable ? taken.giveBack() : tab.close());
  }

  return {
    get vigil() {
      return vigil;
    },
    get client() {
      return client;
    },
    visit,
    open: async ({ token = vigil.token, path = '/', url = vigil.url, context } = {}) => {
      const tab = await visit(`${url}${path}#token=${encodeURIComponent(token)}`, context);
      await tab.connection.getByText('Live', { exact: true }).waitFor();
      return tab;
    },
    close: async (tab) => {
      const place = tabs.findIndex((open) => open.tab === tab);
      failOn(tab.faults());
      for (const open of tabs.splice(place, 1)) await finish(open);
    },
    restart: async () => {
      vigil = await vigil.restart();
    },
    token: async (name, role) => {
      const { secret } = await client.createToken(name, role);
      if (secret === null) throw new Error(`No token for ${name}`);
      return secret;
    },
    incident: async (signal = {}) => {
      services += 1;
      const usual = { source: 'test', service: `service-${services}`, title: 'Latency is high' } as const;
      const { incident, userErrors } = await client.ingest({ ...usual, reportedSeverity: 'HIGH', ...signal });
      if (incident === null) throw new Error(`No incident: ${JSON.stringify(userErrors)}`);
      return incident;
    },
  };
}

function failOn(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`The page had faults:\n${faults.join('\n')}`);
}

async function keepPicture(tab: Tab, name: string): Promise<void> {
  const path = join(tmpdir(), `vigil-${name.replaceAll(/[^\w]+/g, '-')}.png`);
  try {
    await tab.page.screenshot({ path });
    process.stderr.write(`A picture of the page is in ${path}\n`);
  } catch {
    // The page has crashed or is gone: the test's own failure says more.
  }
}
