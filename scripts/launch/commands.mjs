import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './children.mjs';
import { installPackages } from './packages.mjs';
import { root, say } from './root.mjs';
import { buildWeb } from './webBuild.mjs';

/** npm moves to the folder of package.json; the paths that people type are relative to where they are. */
const userFolder = process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd();
const devAddress = { host: '127.0.0.1', port: 5173 };

const commands = {
  start: {
    about: 'serve',
    web: true,
    steps: (args) => [typescript('server/src/main.ts', ['start', ...args], serverNodeOptions())],
  },
  test: {
    about: 'run all tests, or those whose file names hold a given word',
    web: true,
    steps: (args) => [
      script('test/node_modules/vitest/vitest.mjs', ['run', '--config', 'test/vitest.config.ts', ...args]),
    ],
  },
  dev: {
    about: 'serve, and start anew whenever a file changes',
    steps: (args) => [
      {
        ...typescript('server/src/main.ts', ['start', ...args], ['--watch', '--watch-preserve-output']),
        env: { VIGIL_PUBLIC_URL: process.env.VIGIL_PUBLIC_URL ?? `http://${devAddress.host}:${devAddress.port}` },
      },
      {
        ...script('web/node_modules/vite/bin/vite.js', ['--port', devAddress.port, '--strictPort']),
        cwd: join(root, 'web'),
      },
    ],
  },
  check: {
    about: 'every check but the tests',
    steps: (args) => [script('scripts/check.mjs', args)],
  },
  replay: {
    about: 'send a file of readings to a running server',
    steps: (args) => [{ ...typescript('server/src/commands/replay.ts', args), cwd: userFolder }],
  },
  calibrate: {
    about: 'measure a policy and the learned severity on recorded readings',
    steps: (args) => [{ ...typescript('server/src/commands/calibrate.ts', args), cwd: userFolder }],
  },
  backtest: {
    about: 'rehearse stored signals under a draft policy',
    steps: (args) => [{ ...typescript('server/src/commands/backtest.ts', args), cwd: userFolder }],
  },
  policy: {
    about: 'export, import or activate the policy of a running server',
    steps: (args) => [{ ...typescript('server/src/commands/policy.ts', args), cwd: userFolder }],
  },
  metrics: {
    about: 'check or rebuild the rollups of the metrics',
    steps: (args) => [{ ...typescript('server/src/commands/metrics.ts', args), cwd: userFolder }],
  },
  evaluate: {
    about: 'measure how well incidents agree with labelled faults',
    steps: (args) => [{ ...typescript('server/src/commands/evaluate.ts', args), cwd: userFolder }],
  },
  bench: {
    about: 'measure, and compare with the goals',
    web: true,
    steps: (args) => [typescript('test/bench/main.ts', args)],
  },
  mutation: {
    about: 'measure which changes of the engines their tests notice',
    steps: (args) => [
      script('test/node_modules/@stryker-mutator/core/bin/stryker.js', [
        'run',
        'test/mutation/stryker.config.mjs',
        ...args,
      ]),
    ],
  },
  codegen: {
    about: 'write the types that follow from the schema',
    steps: (args) => [typescript('schema/codegen.ts', args)],
  },
  migration: {
    about: 'write the SQL that follows from a change of the tables',
    steps: (args) => [
      { ...script('server/node_modules/drizzle-kit/bin.cjs', ['generate', ...args]), cwd: join(root, 'server') },
    ],
  },
};

/** Answers with the exit code. */
export async function runCommand(name, args) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (command === undefined) {
    const list = Object.entries(commands).map(([each, { about }]) => `  npm run ${each.padEnd(10)} ${about}`);
    say(`${name === undefined ? 'which command?' : `there is no command "${name}".`}\n${list.join('\n')}`);
    return 2;
  }
  const preparations = command.web ? [installPackages, buildWeb] : [installPackages];
  for (const prepare of preparations) {
    const code = await prepare();
    if (code !== 0) return code;
  }
  return run(command.steps(args));
}

/** For how long what a batch makes is young: garbage that has grown old costs more. */
function serverNodeOptions() {
  return JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8')).config.nodeOptions;
}

function script(file, args) {
  return { file: process.execPath, args: [join(root, file), ...args.map(String)], cwd: root };
}

function typescript(file, args, nodeOptions = []) {
  // By its address, since a bare name would be looked for in the folder that the command runs in.
  const loader = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href;
  const { args: scriptArgs, ...rest } = script(file, args);
  return { ...rest, args: [...nodeOptions, '--import', loader, ...scriptArgs] };
}
