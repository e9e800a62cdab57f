/**
 * Sends signals, watches what becomes of them, acknowledges and resolves the incident, and asks how fast that was.
 * Needs VIGIL_URL and VIGIL_TOKEN (a responder's or an administrator's).
 */
import { env, exit } from 'node:process';
import { createVigilClient, type SignalInput, VigilError } from '@vigil/schema';

const { VIGIL_URL: url = 'http://127.0.0.1:8080', VIGIL_TOKEN: token } = env;
if (!token) {
  console.error('VIGIL_TOKEN is not set.');
  exit(2);
}

const vigil = createVigilClient({ url, token });
const service = `quickstart-${Date.now()}`;

function errorRate(percent: number): SignalInput {
  return {
    source: 'quickstart',
    service,
    title: 'Error rate is high',
    dedupKey: `${service}/errors`,
    // With a key of your own a signal can be sent again after a lost answer without being counted twice.
    idempotencyKey: `${service}/${percent}`,
    reportedSeverity: 'HIGH',
    metrics: [{ name: 'error_rate', value: percent, unit: '%', warning: 1, critical: 5 }],
  };
}

/** Prints the changes of one incident as they are pushed, until it is resolved. */
async function watch(id: string, after: string): Promise<void> {
  for await (const { kind, incident } of vigil.subscribe({ filter: { service: [service] }, after })) {
    console.log(`pushed: #${incident.number} ${kind}, now ${incident.status}`);
    if (incident.id === id && incident.status === 'RESOLVED') return;
  }
}

try {
  const from = new Date(Date.now() - 60_000).toISOString();
  const { feedHead } = await vigil.status();

  const { outcome, incident, decision, userErrors } = await vigil.ingest(errorRate(12));
  if (!incident) throw new Error(userErrors[0]?.message ?? `the signal was ${outcome}: no incident`);
  console.log(`${outcome}: #${incident.number} ${incident.severity} "${incident.title}"`);
  console.log(`because ${decision?.reason}`);

  const watching = watch(incident.id, feedHead);
  const more = await vigil.ingestAll([errorRate(13), errorRate(14)]);
  console.log(`sent ${more.accepted} more: ${more.results.map((result) => result.outcome).join(', ')}`);

  const acknowledged = await vigil.acknowledge(incident.id, 'Looking into it.');
  console.log(`acknowledged by ${acknowledged.incident?.acknowledgedBy}`);
  const resolved = await vigil.resolve(incident.id, 'Rolled the release back.');
  console.log(`resolved by ${resolved.incident?.resolvedBy}`);
  await watching;

  const again = await vigil.resolve(incident.id);
  console.log(`resolving it once more: ${again.userErrors[0]?.code}`);

  const to = new Date(Date.now() + 60_000).toISOString();
  const { mtta, mttr } = await vigil.metrics({ range: { from, to }, filter: { service: [service] } });
  console.log(`mean time to acknowledge ${mtta.meanSeconds} s, to resolve ${mttr.meanSeconds} s`);
} catch (error) {
  console.error(error instanceof VigilError ? `${error.code}: ${error.message}` : error);
  process.exitCode = 1;
} finally {
  vigil.close();
}
