import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** No sandbox, because containers and CI run as root; the rest keeps the browser from talking to anyone but us. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Of Playwright 1.65, whose own flag does not count once there is another one. */
const offForPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];
/** What the browser draws around the page are pages too, which nobody sees and which cost as much as ours: in each context anew. */
const unseenPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** Halve what it costs to open a page: one process renders all pages of a context, one after the other, and no other is kept ready. */
export const lightFlags: readonly string[] = [
  '--process-per-site',
  '--renderer-process-limit=1',
  `--disable-features=${[...offForPlaywright, ...unseenPages].join()}`,
];

/**
 * Starts a headless Chrome or Chromium with a new profile, which `close()` removes again, and with these flags besides the usual ones.
 * Throws when there is none to start.
 */
export async function launchChromium(moreFlags: readonly string[] = []): Promise<Browser> {
  const args = [...flags, ...moreFlags];
  return await chromium.launch({ executablePath: findChromium(), headless: true, args, handleSIGINT: true });
}

function findChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
  }
  const found = usualPlaces[process.platform]?.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    'The browser tests need Chrome or Chromium and found none. Install it (Debian: `apt-get install chromium`; ' +
      'macOS: `brew install --cask google-chrome`), or set CHROMIUM_PATH to its executable.',
  );
}
