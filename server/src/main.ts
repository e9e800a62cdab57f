import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { startDemo } from './commands/demo.ts';
import { storeDemoPast } from './commands/demoPast.ts';
import { ConfigError, readServerConfig } from './config.ts';
import { type RunningServer, startServer } from './server.ts';

const usage = 'Usage: npm start [-- --demo]\n  --demo  play a believable stream of signals';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } }, allowPositionals: true });
  const config = readServerConfig();
  const log = pino({ level: config.logLevel }, pino.destination(2));

  // Registered first: a signal that comes while the server starts stops it as soon as it has started.
  const stopWanted = new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve(name));
  });
  const server = await startServer({ config, log, demo: values.demo });
  const demo = values.demo
    ? startDemo({
        url: server.url,
        token: server.adminToken,
        log,
        random: Math.random,
        past: () => storeDemoPast(server.app),
      })
    : null;
  announce(server, values.demo);

  const reason = await Promise.race([stopWanted, server.databaseLost]);
  log.info({ reason }, 'Vigil is stopping');
  await demo?.stop();
  await server.close();
  const asked = reason.startsWith('SIG');
  log.info('Vigil has stopped');
  process.exitCode = asked ? 0 : 1;
}

function announce(server: RunningServer, demo: boolean): void {
  const lines = [
    '',
    `  Vigil is running at ${server.url}${demo ? ' and plays its demo' : ''}`,
    '',
    '  Sign in with this link:',
    `  ${server.url}/#token=${encodeURIComponent(server.adminToken)}`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});

/** The message with the causes behind it; the stack only where the fault is ours. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError) return `${error.message}\n\n${usage}`;
  const causes: string[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) causes.push(cause.message);
  return `Vigil could not start: ${causes.join(': ')}`;
}
