import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, untilReady } from './foreignProcess.ts';

/** Prometheus' Alertmanager, as a process of its own. It keeps alerts in memory: what it answers is not durable. */
export interface AlertmanagerPeer {
  readonly url: string;
  close(): Promise<void>;
}

/** As Debian's package calls it, and as its own releases do. */
const names = ['prometheus-alertmanager', 'alertmanager'];
const startMs = 15_000;

const configuration = `
route: { receiver: nobody, group_by: [service], group_wait: 1h, group_interval: 1h, repeat_interval: 4h }
receivers: [{ name: nobody }]
`;

/** Starts it on loopback without clustering, with a folder of its own. Throws, and says how to get it, when it is not installed. */
export async function startAlertmanager(): Promise<AlertmanagerPeer> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-alertmanager-'));
  await writeFile(join(folder, 'alertmanager.yml'), configuration);
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = await spawnAlertmanager([
    `--config.file=${join(folder, 'alertmanager.yml')}`,
    `--storage.path=${join(folder, 'data')}`,
    `--web.listen-address=${url.slice('http://'.length)}`,
    '--cluster.listen-address=',
    '--log.level=error',
  ]);
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(`${url}/-/ready`, child, startMs);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}

/** Throws, and says how to get it, when there is none of them. */
async function spawnAlertmanager(args: readonly string[]): Promise<ChildProcess> {
  for (const name of names) {
    const child = spawn(name, args, { stdio: 'ignore' });
    const started = await once(child, 'spawn').then(
      () => true,
      () => false,
    );
    if (started) return child;
  }
  throw new Error(
    'Alertmanager is not installed, which this is compared with: apt-get install prometheus-alertmanager',
  );
}

/** Alerts as Prometheus posts them, alike to the signals of the other side: `count` of 200 different ones in 20 services. */
export function alertsToPost(count: number): unknown[] {
  return Array.from({ length: count }, (_, place) => ({
    labels: { alertname: `Alert ${place % 200}`, service: `service-${place % 20}`, severity: 'warning', region: 'eu' },
    annotations: { summary: `Alert ${place % 200} of service-${place % 20}`, value: String(100 + (place % 50)) },
    startsAt: new Date().toISOString(),
    generatorURL: 'http://prometheus.example/graph',
  }));
}
