import { once } from 'node:events';
import { request } from 'node:http';
import { alertsToPost, startAlertmanager } from './alertmanagerPeer.ts';
import type { Ground } from './ground.ts';

const connections = 2;
const signalsPerConnection = 20_000;
const warmUpSignals = 10_000;
const linesPerWrite = 200;
const alertsPerRequest = 500;

/** Durable signals by two uploads, against alerts posted to Alertmanager in requests of 500 by two connections, which it keeps in memory. */
export const ndjsonStream = {
  goals: { ndjsonStream: { atLeast: 1.2 } },
  measure: async (ground: Ground) => {
    const peer = await startAlertmanager();
    try {
      await postAlerts(peer.url, warmUpSignals);
      const theirs = await perSecond(() => postAlerts(peer.url, signalsPerConnection));
      const uploads = Array.from({ length: connections }, (_, connection) => linesOf(connection, signalsPerConnection));
      await upload(ground, linesOf(0, warmUpSignals));
      const ours = await perSecond((connection) => upload(ground, uploads[connection] ?? []));
      return {
        values: { ndjsonStream: ours / theirs },
        detail: `${Math.round(ours)} signals/s, Alertmanager ${Math.round(theirs)} alerts/s in memory`,
      };
    } finally {
      await peer.close();
    }
  },
};

async function perSecond(run: (connection: number) => Promise<void>): Promise<number> {
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, (_, connection) => run(connection)));
  return (connections * signalsPerConnection) / ((performance.now() - start) / 1000);
}

async function postAlerts(url: string, alerts: number): Promise<void> {
  const body = JSON.stringify(alertsToPost(alertsPerRequest));
  for (let sent = 0; sent < alerts; sent += alertsPerRequest) {
    const response = await fetch(`${url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`Alertmanager answered ${response.status}`);
  }
}

/** Sends as fast as the server reads, and counts the answers. */
async function upload({ url, token }: Ground, writes: readonly string[]): Promise<void> {
  const sent = request(`${url}/ingest`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` },
  });
  const counted = once(sent, 'response').then(async ([response]) => {
    let answers = 0;
    let refused = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const text = String(chunk);
      answers += text.split('\n').length - 1;
      if (text.includes('"REJECTED"') || text.includes('"error"')) refused = text.slice(0, 500);
    }
    if (refused !== '' || answers !== writes.length * linesPerWrite) throw new Error(`${answers} answers. ${refused}`);
  });
  for (const lines of writes) if (!sent.write(lines)) await Promise.race([once(sent, 'drain'), counted]);
  sent.end();
  await counted;
}

/** What one connection sends, a write each: made before anything is timed. */
function linesOf(connection: number, signals: number): string[] {
  const lines = Array.from({ length: signals }, (_, place) => signalLine(connection, place));
  const writes: string[] = [];
  while (lines.length > 0) writes.push(lines.splice(0, linesPerWrite).join(''));
  return writes;
}

function signalLine(connection: number, place: number): string {
  const signal = {
    source: `bench ${connection}`,
    service: `service-${place % 20}`,
    title: `Alert ${place % 200}`,
    dedupKey: `alert-${place % 200}`,
    reportedSeverity: 'MEDIUM',
    metrics: [{ name: 'latency_ms', value: 100 + (place % 50), warning: 500, critical: 900 }],
    labels: [{ name: 'region', value: 'eu' }],
  };
  return `${JSON.stringify(signal)}\n`;
}
