/**
 * Who may import whom. One direction: transport → application → engines, persistence and feed; nothing points back up.
 * `npm run check` runs these rules, and runs them on files that break them.
 */
const server = (...folders) => `^server/src/(${folders.join('|')})/`;
const tests = '\\.test\\.tsx?$|/__tests__/';

/** From these folders of the server, only to those (and to packages). */
const layer = (name, comment, from, forbidden) => ({
  name,
  comment,
  severity: 'error',
  from: { path: server(...from), pathNot: tests },
  to: { path: server(...forbidden) },
});

/** Packages that only compute. */
const pureInEngines = ['zod', 'yaml', 're2js', 'rrule-temporal'];
const testTools = ['vitest', 'fast-check'];
const packages = (names) => `node_modules/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain is types and ids; it imports nothing but itself.',
      severity: 'error',
      from: { path: server('domain'), pathNot: tests },
      to: { pathNot: server('domain') },
    },
    {
      name: 'engines-are-pure',
      comment: 'Engines are pure functions: the domain, each other, and packages that only compute.',
      severity: 'error',
      from: { path: server('engines'), pathNot: tests },
      to: { pathNot: [server('domain', 'engines'), packages(pureInEngines)] },
    },
    {
      name: 'tests-of-pure-code-are-pure',
      comment: 'Tests of engines and domain may read files of recorded data, and need no database or network.',
      severity: 'error',
      from: { path: `${server('domain', 'engines')}.*\\.test\\.ts$` },
      to: {
        pathNot: [server('domain', 'engines'), packages([...pureInEngines, ...testTools]), '^(node:)?(fs|path|url)'],
      },
    },
    layer(
      'persistence-is-low',
      'Plain functions that take a transaction.',
      ['persistence'],
      ['application', 'bridges', 'channels', 'feed', 'stream', 'transport'],
    ),
    layer(
      'feed-is-low',
      'The feed reads and writes change rows and knows nobody who listens.',
      ['feed'],
      ['application', 'bridges', 'channels', 'stream', 'transport'],
    ),
    layer(
      'application-is-middle',
      'Use cases and jobs know no protocol.',
      ['application', 'jobs'],
      ['bridges', 'stream', 'transport'],
    ),
    layer(
      'plugins-know-no-transport',
      'What a bridge, a channel or a stream does is the same however it is reached.',
      ['bridges', 'channels', 'stream'],
      ['transport'],
    ),
    {
      name: 'main-wires',
      comment: 'main.ts wires the parts; no part reaches for it.',
      severity: 'error',
      from: { path: '^(server|schema|web)/' },
      to: { path: '^server/src/main\\.ts$' },
    },
    {
      name: 'web-is-apart',
      comment: 'The board knows the server by its contract only.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-is-apart',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^web/' },
    },
    {
      name: 'contract-is-first',
      comment: 'Server and web are made from the contract, never the other way round.',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(server|web|test)/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: {},
      to: { path: tests },
    },
    {
      name: 'nobody-imports-the-test-package',
      severity: 'error',
      from: { path: '^(schema|server|web)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$|^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Ours only: many packages keep what they export in a folder of that name.
    exclude: { path: '^(web|schema)/dist/' },
    // Imports of types count: they are how a lower layer gets to know a higher one.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types', 'typings'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
    },
  },
};
