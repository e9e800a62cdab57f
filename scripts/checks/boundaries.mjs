import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, inTemporaryFolder, layOut, root, runTool } from './tree.mjs';

const config = '.ci/boundaries.cjs';
const folders = ['schema', 'server', 'web', 'test'];
const cruise = (cwd, targets) =>
  runTool('node_modules/dependency-cruiser', ['--config', join(cwd, config), '--output-type', 'json', ...targets], {
    cwd,
    program: 'depcruise',
  });

function violationsOf(stdout) {
  const { summary, modules } = JSON.parse(stdout);
  const said = summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    text: `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
  }));
  return { said, cruised: new Set(modules.map(({ source }) => source)) };
}

/** Who may import whom: see the rules in the configuration. */
export function boundaries() {
  const { stdout, output } = cruise(root, folders);
  if (!stdout?.startsWith('{')) return [output];
  const { said, cruised } = violationsOf(stdout);
  // Without a TypeScript that it can use, dependency-cruiser sees no TypeScript files at all and finds nothing wrong.
  const unseen = folders
    .flatMap((folder) => filesBelow(folder, /\.tsx?$/))
    .filter((path) => !path.endsWith('.d.ts') && !cruised.has(path))
    .map((path) => `${path} was not looked at`);
  return [...said.map(({ text }) => text), ...unseen];
}

const one = 'export const one = 1;\n';
const violations = [
  ['engines-are-pure', 'server/src/engines/a.ts', "import 'node:fs';\n"],
  ['engines-are-pure', 'server/src/engines/c.ts', "import 'postgres';\n"],
  ['engines-are-pure', 'server/src/engines/d.ts', "import 'uuid';\n"],
  ['engines-are-pure', 'server/src/engines/b.ts', "import '../persistence/one.ts';\n"],
  ['domain-is-pure', 'server/src/domain/a.ts', "import '../engines/one.ts';\n"],
  ['persistence-is-low', 'server/src/persistence/a.ts', "import '../application/one.ts';\n"],
  [
    'feed-is-low',
    'server/src/feed/a.ts',
    "import type { One } from '../application/one.ts';\nexport type Two = One;\n",
  ],
  ['application-is-middle', 'server/src/jobs/a.ts', "import '../transport/one.ts';\n"],
  ['application-is-middle', 'server/src/application/a.ts', "import '../transport/one.ts';\n"],
  ['plugins-know-no-transport', 'server/src/bridges/a.ts', "import '../transport/one.ts';\n"],
  ['plugins-know-no-transport', 'server/src/channels/a.ts', "import '../transport/one.ts';\n"],
  ['nobody-imports-tests', 'server/src/feed/b.ts', "import './one.test.ts';\n"],
  ['nobody-imports-tests', 'server/src/feed/c.ts', "import './__tests__/one.ts';\n"],
  ['nobody-imports-the-test-package', 'server/src/feed/d.ts', "import '../../../test/support/one.ts';\n"],
  ['web-is-apart', 'web/src/a.ts', "import '../../server/src/domain/one.ts';\n"],
  ['server-is-apart', 'server/src/feed/h.ts', "import '../../../web/src/one.ts';\n"],
  ['main-wires', 'server/src/feed/i.ts', "import '../main.ts';\n"],
  ['tests-of-pure-code-are-pure', 'server/src/engines/a.test.ts', "import 'node:net';\n"],
  ['contract-is-first', 'schema/src/a.ts', "import '../../server/src/domain/one.ts';\n"],
  ['no-cycles', 'server/src/feed/e.ts', "import './f.ts';\nexport const e = 1;\n"],
  ['nothing-unresolved', 'server/src/feed/g.ts', "import './nowhere.ts';\n"],
];

/** Each rule must find a file that breaks it, or it is only decoration. */
export function boundariesBite() {
  return inTemporaryFolder((folder) => {
    const targets = ['engines', 'persistence', 'application', 'transport', 'domain'].map(
      (name) => `server/src/${name}/one.ts`,
    );
    const others = [
      'server/src/feed/one.test.ts',
      'server/src/feed/__tests__/one.ts',
      'test/support/one.ts',
      'web/src/one.ts',
      'server/src/main.ts',
    ];
    const files = [...targets, ...others].map((path) => [path, `${one}export type One = 1;\n`]);
    const cycle = ['server/src/feed/f.ts', "import './e.ts';\nexport const f = 1;\n"];
    layOut(folder, Object.fromEntries([...files, cycle, ...violations.map(([, path, text]) => [path, text])]), [
      config,
    ]);
    symlinkSync(join(root, 'server/node_modules'), join(folder, 'server/node_modules'), 'dir');
    const { stdout, output } = cruise(folder, folders);
    if (!stdout?.startsWith('{')) return [output];
    const { said } = violationsOf(stdout);
    return violations
      .filter(([rule, path]) => !said.some((found) => found.rule === rule && found.text.includes(path)))
      .map(([rule, path, text]) => `${rule} did not find ${path}: ${text}`);
  });
}
