import { afterEach, beforeEach, expect, it } from 'vitest';
import { acknowledgeIncident } from '../../server/src/application/acknowledgeIncident.ts';
import { addNote } from '../../server/src/application/addNote.ts';
import { assignIncident } from '../../server/src/application/assignIncident.ts';
import { runDue } from '../../server/src/application/clockwork.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { mergeIncident, unmergeIncident } from '../../server/src/application/mergeIncident.ts';
import { overrideSeverity } from '../../server/src/application/overrideSeverity.ts';
import { readIncident } from '../../server/src/application/readIncident.ts';
import { reopenIncident } from '../../server/src/application/reopenIncident.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import { snoozeIncident, unsnoozeIncident } from '../../server/src/application/snoozeIncident.ts';
import { unacknowledgeIncident } from '../../server/src/application/unacknowledgeIncident.ts';
import { seededRandom } from '../../server/src/commands/demo/seededRandom.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import { foldedFields } from '../../server/src/domain/history.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import { severities } from '../../server/src/domain/severity.ts';
import { foldTimeline } from '../../server/src/engines/foldTimeline.ts';
import { readPatches } from '../../server/src/persistence/timeline.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const ada: Viewer = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'RESPONDER' };
const minute = 60_000;
const policy = `
profile: load-v2
name: lapsing
grouping: { by: service }
lifecycle: { acknowledgeTimeoutMinutes: 30, unacknowledgeOnRaise: true }
`;
let vigil: TestVigil;

beforeEach(async () => {
  vigil = await startVigil({ policy });
});

afterEach(() => vigil.close());

const commands = {
  acknowledge: (id: string) => acknowledgeIncident(vigil.app, ada, { id }),
  unacknowledge: (id: string) => unacknowledgeIncident(vigil.app, ada, { id }),
  resolve: (id: string) => resolveIncident(vigil.app, ada, { id }),
  reopen: (id: string) => reopenIncident(vigil.app, ada, { id }),
  note: (id: string) => addNote(vigil.app, ada, { id, note: 'seen' }),
  snooze: (id: string, extent: number) => snoozeIncident(vigil.app, ada, { id, minutes: 1 + extent }),
  unsnooze: (id: string) => unsnoozeIncident(vigil.app, ada, { id }),
  assign: (id: string, extent: number) => assignIncident(vigil.app, ada, { id, assignee: `person ${extent % 2}` }),
  override: (id: string, extent: number) =>
    overrideSeverity(vigil.app, ada, { id, severity: severities[extent % 4] ?? null, reason: 'because' }),
  lift: (id: string) => overrideSeverity(vigil.app, ada, { id, severity: null }),
  merge: (id: string, _: number, other: string) => mergeIncident(vigil.app, ada, { id, into: other }),
  unmerge: (id: string) => unmergeIncident(vigil.app, ada, { id }),
};
const names = Object.keys(commands) as (keyof typeof commands)[];
const kinds = [...names, 'signal', 'signal', 'signal', 'time', 'time'] as const;

/** What happens, at random but the same for every run with this seed. */
function storyOf(seed: number, length: number) {
  const random = seededRandom(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  return Array.from({ length }, () => ({
    what: kinds[below(kinds.length)] ?? 'signal',
    wait: below(2) === 0 ? below(4) : below(40),
    extent: below(90),
    which: below(4),
    other: below(4),
  }));
}

async function incidents(): Promise<Incident[]> {
  return vigil.app.database.sql<Incident[]>`select * from incident order by number`;
}

/**
 * All incidents with how many events they had until a moment, in one statement: the clockwork goes on meanwhile. Without those to which
 * it did something after that moment.
 */
async function seenAt(
  at: Date,
): Promise<{ readonly at: Date; readonly incident: Incident; readonly events: number }[]> {
  const rows = await vigil.app.database.sql<(Incident & { events: number })[]>`
    select incident.*, (select count(*)::int from timeline where incident_id = incident.id and at <= ${at}) as events
    from incident where not exists (select from timeline where incident_id = incident.id and at > ${at}) order by number`;
  return rows.map(({ events, ...incident }) => ({ at, incident, events }));
}

/** Each incident, and what its whole timeline folds to, of the same moment. */
async function foldedIncidents(): Promise<
  { readonly row: Incident; readonly folded: ReturnType<typeof foldTimeline> }[]
> {
  return await vigil.app.database.sql.begin('isolation level repeatable read', async (tx) => {
    const rows = await tx<Incident[]>`select * from incident order by number`;
    const patches = await Promise.all(rows.map(({ id }) => readPatches(tx, id, new Date('2100-01-01T00:00:00.000Z'))));
    return rows.map((row, place) => ({ row, folded: foldTimeline(patches[place] ?? []) }));
  });
}

async function eventsUntil({ id }: Incident, at: Date): Promise<number> {
  const [row] = await vigil.app.database.sql<{ count: number }[]>`
    select count(*)::int as count from timeline where incident_id = ${id} and at <= ${at}`;
  return row?.count ?? 0;
}

async function signal(which: number, extent: number): Promise<void> {
  await ingestSignals(vigil.app, [
    {
      ok: true,
      signal: newSignal({
        service: `service ${which}`,
        state: extent % 5 === 0 ? 'RESOLVED' : 'FIRING',
        reportedSeverity: severities[extent % 4] ?? null,
      }),
    },
  ]);
}

it.each([1, 2, 3])(
  'every row is what its timeline folds to, and every past state can be read again (story %i)',
  async (seed) => {
    const seen: Awaited<ReturnType<typeof seenAt>> = [];
    for (const { what, wait, extent, which, other } of storyOf(seed, 100)) {
      vigil.advance(wait * minute);
      const known = await incidents();
      const incident = known[which % Math.max(1, known.length)];
      const host = known[other % Math.max(1, known.length)];
      if (what === 'signal' || incident === undefined || host === undefined) await signal(which, extent);
      else if (what === 'time') await runDue(vigil.app);
      else await commands[what](incident.id, extent, host.id);
      const at = await vigil.app.clock.now();
      seen.push(...(await seenAt(at)));
      // What happens next happens at a later moment.
      vigil.advance(1000);
    }
    const rows = await foldedIncidents();
    expect(rows.length).toBeGreaterThan(3);
    for (const { row, folded } of rows) {
      for (const field of foldedFields)
        expect([row.number, field, folded?.[field]]).toEqual([row.number, field, row[field]]);
    }
    // Of what a rule found out later to have ended earlier, the timeline knows more than was seen then.
    const past: typeof seen = [];
    for (const one of seen) if (one.events === (await eventsUntil(one.incident, one.at))) past.push(one);
    expect(past.length).toBeGreaterThan(seen.length * 0.8);
    for (const { at, incident } of past) {
      const { reviewAt: _, memory: __, updatedAt: ___, ...expected } = incident;
      expect(await readIncident(vigil.app, incident.id, at)).toMatchObject(expected);
    }

    // Once the feed has forgotten, the timeline still knows; counters are as old as its last event.
    await vigil.app.database.sql`delete from change`;
    for (const { at, incident } of past) {
      const known = await readIncident(vigil.app, incident.id, at);
      for (const field of foldedFields) expect([field, known?.[field]]).toEqual([field, incident[field]]);
      expect(known?.signalCount).toBeLessThanOrEqual(incident.signalCount);
    }
  },
);

it('an incident did not exist before it was opened, and one of the past is known on its own time', async () => {
  const occurredAt = new Date('2026-01-01T10:00:00.000Z');
  const later = new Date('2026-01-01T10:05:00.000Z');
  const [result] = await ingestSignals(vigil.app, [
    { ok: true, signal: newSignal({ historical: true, occurredAt, reportedSeverity: 'MEDIUM' }) },
    { ok: true, signal: newSignal({ historical: true, occurredAt: later, reportedSeverity: 'CRITICAL' }) },
  ]);
  if (result === undefined || result.outcome === 'REJECTED' || result.incident === null) throw new Error('not opened');
  const { id } = result.incident;
  const asOf = async (at: string) => (await readIncident(vigil.app, id, new Date(at)))?.severity;
  expect(await asOf('2026-01-01T09:59:59.000Z')).toBeUndefined();
  expect(await asOf('2026-01-01T10:01:00.000Z')).toBe('MEDIUM');
  expect(await asOf('2026-01-01T10:06:00.000Z')).toBe('CRITICAL');
});
