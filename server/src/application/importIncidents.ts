import { v5 as uuidOf } from 'uuid';
import type { Viewer } from '../domain/access.ts';
import type { IncidentId } from '../domain/ids.ts';
import { pastIncident } from '../engines/pastIncident.ts';
import { appendChanges } from '../feed/appendChanges.ts';
import { advisoryLocks } from '../persistence/advisoryLocks.ts';
import { readKnownIncidents } from '../persistence/incidents.ts';
import { beginPatiently } from '../persistence/patientTransaction.ts';
import type { App } from './app.ts';
import type { ParsedPastIncident } from './parsePastIncident.ts';
import { PendingConsequences } from './pendingConsequences.ts';

/** Of one transaction. */
const mostAtOnce = 500;
/** Names incidents by what they were known by; never to be changed. */
const namespace = 'a4d3a9a0-6c5e-4c1b-9b52-0b7d3f2f6f10';

export interface ImportCounts {
  readonly imported: number;
  /** Brought in before, or twice in this import. */
  readonly known: number;
}

/**
 * Stores incidents of another tool that are over, each once however often it is brought in. They count in the metrics by their own times;
 * the feed tells of them as of incidents that were resolved, and nobody is notified.
 */
export async function importIncidents(
  app: App,
  viewer: Viewer,
  incidents: readonly ParsedPastIncident[],
): Promise<ImportCounts> {
  let imported = 0;
  for (let from = 0; from < incidents.length; from += mostAtOnce) {
    imported += await importSome(app, viewer, incidents.slice(from, from + mostAtOnce));
  }
  return { imported, known: incidents.length - imported };
}

async function importSome(app: App, viewer: Viewer, incidents: readonly ParsedPastIncident[]): Promise<number> {
  const byId = new Map(incidents.map((incident) => [idOf(incident), incident]));
  return beginPatiently(app.database.sql, async (tx) => {
    await tx`select pg_advisory_xact_lock(${advisoryLocks.incidentImport})`;
    const known = new Set(await readKnownIncidents(tx, [...byId.keys()]));
    const fresh = [...byId].filter(([id]) => !known.has(id));
    if (fresh.length === 0) return 0;
    const [now, { policy, version: policyVersion }] = await Promise.all([app.clock.now(tx), app.policies.active(tx)]);
    const { name: importedBy, tokenId } = viewer;
    const pending = new PendingConsequences(new Map());
    for (const [id, { record }] of fresh) {
      const life = pastIncident(record, { id, importedBy, tokenId, policy, policyVersion });
      for (const step of life) pending.add(step, null);
    }
    await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: now, policyVersion });
    // To whoever follows the feed they are over, and have never been new.
    await appendChanges(
      tx,
      pending.changes(now).map((change) => ({ ...change, kind: 'RESOLVED' })),
    );
    return fresh.length;
  });
}

function idOf({ key, record: { source } }: ParsedPastIncident): IncidentId {
  return uuidOf(JSON.stringify([source, key]), namespace) as IncidentId;
}
