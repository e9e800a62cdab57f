import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acknowledgeIncident } from '../../server/src/application/acknowledgeIncident.ts';
import { addNote } from '../../server/src/application/addNote.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { readEscalations } from '../../server/src/application/readEscalations.ts';
import { readIncident } from '../../server/src/application/readIncident.ts';
import { readMetrics } from '../../server/src/application/readMetrics.ts';
import { readTimeline } from '../../server/src/application/readTimeline.ts';
import { reopenIncident } from '../../server/src/application/reopenIncident.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import { unacknowledgeIncident } from '../../server/src/application/unacknowledgeIncident.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { finishDue } from '../support/finishDue.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const ada: Viewer = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'RESPONDER' };
const bob: Viewer = { tokenId: 'bob' as TokenId, name: 'Bob', role: 'RESPONDER' };
const minute = 60_000;
let vigil: TestVigil;

beforeEach(async () => {
  vigil = await startVigil();
});

afterEach(() => vigil.close());

async function open(changes: Partial<NewSignal> = {}): Promise<Incident> {
  const [result] = await ingestSignals(vigil.app, [{ ok: true, signal: newSignal(changes) }]);
  if (result === undefined || result.outcome === 'REJECTED' || result.incident === null) throw new Error('not opened');
  return result.incident;
}

/** Without the notification, which is noted when it is done. */
async function timelineOf(incident: Incident): Promise<string[]> {
  const { edges } = await readTimeline(vigil.app, incident.id, {});
  const events = edges.map(({ node }) => node).filter(({ kind }) => kind !== 'NOTIFIED');
  return events.map(({ kind, actor, ruleId }) => `${kind} ${actor} ${ruleId}`);
}

async function todaysMetrics() {
  const now = await vigil.app.clock.now();
  const range = { from: new Date(now.getTime() - 60 * minute), to: new Date(now.getTime() + minute) };
  return readMetrics(vigil.app, range, null, null);
}

describe('the lifecycle', () => {
  it('lets the first acknowledgement win and keeps its time', async () => {
    const incident = await open();
    vigil.advance(2 * minute);
    const first = await acknowledgeIncident(vigil.app, ada, { id: incident.id });
    vigil.advance(minute);
    const second = await acknowledgeIncident(vigil.app, bob, { id: incident.id });
    expect(first.incident).toMatchObject({ status: 'ACKNOWLEDGED', acknowledgedBy: 'Ada' });
    expect(second).toEqual({ incident: first.incident, userErrors: [] });
  });

  it('refuses to resolve what is resolved, and changes nothing', async () => {
    const incident = await open();
    await resolveIncident(vigil.app, ada, { id: String(incident.number), note: 'Restarted it' });
    const before = await timelineOf(incident);
    const again = await resolveIncident(vigil.app, bob, { id: incident.id });
    expect(again.userErrors).toMatchObject([{ code: 'ALREADY_RESOLVED' }]);
    expect(again.incident).toMatchObject({ status: 'RESOLVED', resolvedBy: 'Ada', resolvedByRule: false });
    expect(await timelineOf(incident)).toEqual(before);
  });

  it('says that an incident does not exist, by id, by number and by nonsense', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', '4711', "'; drop table incident"]) {
      const { incident, userErrors } = await acknowledgeIncident(vigil.app, ada, { id });
      expect(incident).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'id'] }]);
    }
  });

  it('takes an acknowledgement back and out of the MTTA', async () => {
    const incident = await open();
    vigil.advance(4 * minute);
    await acknowledgeIncident(vigil.app, ada, { id: incident.id });
    const counted = await todaysMetrics();
    expect(counted.mtta.n).toBe(1);
    // The server's clock ran on a little between the signal and the acknowledgement.
    expect(counted.mtta.meanSeconds).toBeGreaterThanOrEqual(240);
    expect(counted.mtta.meanSeconds).toBeLessThan(270);
    const { incident: back } = await unacknowledgeIncident(vigil.app, ada, { id: incident.id });
    expect(back).toMatchObject({ status: 'OPEN', acknowledgedAt: null, firstAcknowledgedAt: null });
    expect((await todaysMetrics()).mtta).toMatchObject({ n: 0, excluded: 1, meanSeconds: null, p50Seconds: null });
  });

  it('reopens by hand to what it was before', async () => {
    const incident = await open();
    await acknowledgeIncident(vigil.app, ada, { id: incident.id });
    await resolveIncident(vigil.app, ada, { id: incident.id });
    const { incident: back } = await reopenIncident(vigil.app, ada, { id: incident.id });
    expect(back).toMatchObject({ status: 'ACKNOWLEDGED', resolvedAt: null, resolvedBy: null, reopenCount: 1 });
    expect(await timelineOf(incident)).toHaveLength(4);
  });

  it('does not reopen when another incident of the group is open', async () => {
    const first = await open();
    await resolveIncident(vigil.app, ada, { id: first.id });
    vigil.advance(20 * minute);
    await open();
    const { userErrors } = await reopenIncident(vigil.app, ada, { id: first.id });
    expect(userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('keeps notes on the timeline and refuses empty and endless ones', async () => {
    const incident = await open();
    await addNote(vigil.app, ada, { id: incident.id, note: 'Looking at it' });
    const { edges } = await readTimeline(vigil.app, incident.id, {});
    const notes = edges.map(({ node }) => node).filter(({ kind }) => kind === 'NOTE_ADDED');
    expect(notes).toMatchObject([{ actor: 'Ada', note: 'Looking at it' }]);
    for (const note of [' ', 'x'.repeat(5001)]) {
      const { userErrors } = await addNote(vigil.app, ada, { id: incident.id, note });
      expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'note'] }]);
    }
  });

  it('escalates an incident that nobody acknowledges, each step once, and not after an acknowledgement', async () => {
    const { policy } = await vigil.app.policies.active();
    const afterMinutes = policy.escalation.steps[0]?.afterMinutes ?? 0;
    const waiting = await open({ service: 'waiting', reportedSeverity: 'CRITICAL' });
    const taken = await open({ service: 'taken', reportedSeverity: 'CRITICAL' });
    await acknowledgeIncident(vigil.app, ada, { id: taken.id });
    vigil.advance(afterMinutes * minute + 1000);
    await Promise.all([finishDue(vigil.app), finishDue(vigil.app)]);
    await finishDue(vigil.app);
    const escalations = await readEscalations(vigil.app, [waiting.id, taken.id]);
    expect(escalations.get(waiting.id)).toMatchObject([{ step: 1, factor: 'time' }]);
    expect(escalations.get(taken.id)).toEqual([]);
  });

  it('resolves an incident that has gone quiet', async () => {
    const { policy } = await vigil.app.policies.active();
    const incident = await open();
    vigil.advance((policy.grouping.quietMinutes ?? 0) * minute + 1000);
    await finishDue(vigil.app);
    expect(await readIncident(vigil.app, incident.id, null)).toMatchObject({
      status: 'RESOLVED',
      resolvedByRule: true,
    });
  });

  it('shows an incident as it stood at an earlier moment', async () => {
    const incident = await open();
    const opened = await vigil.app.clock.now();
    vigil.advance(minute);
    await acknowledgeIncident(vigil.app, ada, { id: incident.id });
    expect(await readIncident(vigil.app, incident.id, opened)).toMatchObject({ status: 'OPEN' });
    expect(await readIncident(vigil.app, incident.id, new Date(incident.openedAt.getTime() - 1000))).toBeNull();
    expect(await readIncident(vigil.app, incident.id, null)).toMatchObject({ status: 'ACKNOWLEDGED' });
  });
});
