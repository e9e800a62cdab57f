import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acknowledgeIncident } from '../../server/src/application/acknowledgeIncident.ts';
import { addNote } from '../../server/src/application/addNote.ts';
import { assignIncident } from '../../server/src/application/assignIncident.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { mergeIncident, unmergeIncident } from '../../server/src/application/mergeIncident.ts';
import { overrideSeverity } from '../../server/src/application/overrideSeverity.ts';
import { readAlerts } from '../../server/src/application/readAlerts.ts';
import { readEscalations } from '../../server/src/application/readEscalations.ts';
import { readIncident } from '../../server/src/application/readIncident.ts';
import { readMetrics } from '../../server/src/application/readMetrics.ts';
import { readTimeline } from '../../server/src/application/readTimeline.ts';
import { reopenIncident } from '../../server/src/application/reopenIncident.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import { snoozeIncident, unsnoozeIncident } from '../../server/src/application/snoozeIncident.ts';
import { createApiToken } from '../../server/src/application/tokens.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { finishDue } from '../support/finishDue.ts';
import { requestGraphQL } from '../support/request.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const ada: Viewer = { tokenId: '0190a000-0000-7000-8000-00000000ada0' as TokenId, name: 'Ada', role: 'RESPONDER' };
const minute = 60_000;
const policy = `
profile: load-v2
name: lapsing
grouping: { by: service }
lifecycle: { acknowledgeTimeoutMinutes: 30 }
`;
let vigil: TestVigil;

beforeEach(async () => {
  vigil = await startVigil({ policy });
});

afterEach(() => vigil.close());

async function send(changes: Partial<NewSignal> = {}): Promise<Incident> {
  const [result] = await ingestSignals(vigil.app, [{ ok: true, signal: newSignal(changes) }]);
  if (result === undefined || result.outcome === 'REJECTED' || result.incident === null) throw new Error('no incident');
  return result.incident;
}

async function now(incident: Incident): Promise<Incident> {
  const found = await readIncident(vigil.app, incident.id, null);
  if (found === null) throw new Error('gone');
  return found;
}

async function timelineOf(incident: Incident) {
  const { edges } = await readTimeline(vigil.app, incident.id, {});
  return edges.map(({ node }) => node);
}

async function alertsOf(incident: Incident): Promise<string[]> {
  const { edges } = await readAlerts(vigil.app, incident.id, {});
  return edges.map(({ node }) => `${node.service} ${node.title} ${node.state}`).sort();
}

describe('a snooze', () => {
  it('keeps an incident from escalating, and brings it back by the clockwork', async () => {
    const incident = await send();
    const { incident: snoozed } = await snoozeIncident(vigil.app, ada, { id: incident.id, minutes: 60, note: 'Lunch' });
    expect(snoozed).toMatchObject({ status: 'OPEN', nextEscalationAt: null });
    vigil.advance(59 * minute);
    await finishDue(vigil.app);
    expect((await readEscalations(vigil.app, [incident.id])).get(incident.id)).toEqual([]);
    vigil.advance(2 * minute);
    await finishDue(vigil.app);
    const back = await now(incident);
    expect(back).toMatchObject({ status: 'OPEN', snoozedUntil: null });
    expect(back.nextEscalationAt).not.toBeNull();
    expect((await timelineOf(incident)).map(({ kind, actor, tokenId }) => [kind, actor, tokenId])).toEqual(
      expect.arrayContaining([
        ['SNOOZED', 'Ada', ada.tokenId],
        ['SNOOZE_ENDED', 'vigil', null],
      ]),
    );
    vigil.advance(6 * minute);
    await finishDue(vigil.app);
    expect((await readEscalations(vigil.app, [incident.id])).get(incident.id)).toMatchObject([{ step: 1, episode: 1 }]);
  });

  it('asks for an end that can be, in plain words', async () => {
    const { id } = await send();
    const until = new Date((await vigil.app.clock.now()).getTime() + minute);
    const cases = [
      [{}, 'until'],
      [{ minutes: 5, until }, 'until'],
      [{ minutes: 0 }, 'minutes'],
      [{ minutes: 99_999 }, 'minutes'],
      [{ until: new Date(0) }, 'until'],
    ] as const;
    for (const [given, field] of cases) {
      const { userErrors } = await snoozeIncident(vigil.app, ada, { id, ...given });
      expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['input', field] }]);
    }
    expect(await snoozeIncident(vigil.app, ada, { id, until })).toMatchObject({ incident: { snoozedUntil: until } });
    expect(await unsnoozeIncident(vigil.app, ada, { id })).toMatchObject({ incident: { snoozedUntil: null } });
  });
});

it('an acknowledgement that nothing follows lapses; a note keeps it', async () => {
  const [idle, worked] = [await send({ service: 'idle' }), await send({ service: 'worked' })];
  for (const { id } of [idle, worked]) await acknowledgeIncident(vigil.app, ada, { id });
  vigil.advance(20 * minute);
  await addNote(vigil.app, ada, { id: worked.id, note: 'Found it' });
  vigil.advance(11 * minute);
  await Promise.all([finishDue(vigil.app), finishDue(vigil.app)]);
  expect(await now(worked)).toMatchObject({ status: 'ACKNOWLEDGED', acknowledgedBy: 'Ada' });
  const back = await now(idle);
  expect(back).toMatchObject({ status: 'OPEN', acknowledgedAt: null });
  expect(back.firstAcknowledgedAt).not.toBeNull();
  const lapses = (await timelineOf(idle)).filter(({ ruleId }) => ruleId === 'lifecycle.acknowledgement_lapsed');
  expect(lapses).toHaveLength(1);
  vigil.advance(6 * minute);
  await finishDue(vigil.app);
  expect((await readEscalations(vigil.app, [idle.id])).get(idle.id)).toMatchObject([{ step: 1 }]);
});

it('an incident is assigned to a name and to nobody', async () => {
  const { id } = await send();
  expect(await assignIncident(vigil.app, ada, { id, assignee: ' Grace\u0000 ' })).toMatchObject({
    incident: { assignee: 'Grace', status: 'OPEN' },
    userErrors: [],
  });
  expect(await assignIncident(vigil.app, ada, { id, assignee: null })).toMatchObject({ incident: { assignee: null } });
  for (const assignee of ['  ', 'x'.repeat(101)]) {
    const { userErrors } = await assignIncident(vigil.app, ada, { id, assignee });
    expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'assignee'] }]);
  }
});

it('a person’s severity wins over signals until it is lifted', async () => {
  const incident = await send({ reportedSeverity: 'HIGH' });
  const { userErrors } = await overrideSeverity(vigil.app, ada, { id: incident.id, severity: 'LOW', reason: ' ' });
  expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'reason'] }]);
  await overrideSeverity(vigil.app, ada, { id: incident.id, severity: 'LOW', reason: 'A drill' });
  const after = await send({ reportedSeverity: 'CRITICAL' });
  expect(after).toMatchObject({ severity: 'LOW', overriddenSeverity: 'LOW', decision: { severity: 'CRITICAL' } });
  expect(await overrideSeverity(vigil.app, ada, { id: incident.id, severity: null })).toMatchObject({
    incident: { severity: 'CRITICAL', overriddenSeverity: null },
  });
});

describe('a merge', () => {
  it('gives the other incident the alerts and later signals, and taking it out again gives them back', async () => {
    const host = await send({ service: 'checkout', title: 'Slow' });
    const merged = await send({ service: 'search', title: 'Errors' });
    const answer = await mergeIncident(vigil.app, ada, {
      id: merged.id,
      into: String(host.number),
      note: 'One rollout',
    });
    expect(answer).toMatchObject({
      incident: { status: 'RESOLVED', mergedInto: host.id, firingAlertCount: 0 },
      into: { id: host.id, firingAlertCount: 2 },
      userErrors: [],
    });
    expect(await alertsOf(host)).toEqual(['checkout Slow FIRING', 'search Errors FIRING']);
    const tookIn = (await timelineOf(host)).filter(({ kind }) => kind === 'TOOK_IN');
    expect(tookIn).toMatchObject([{ note: 'One rollout', tokenId: ada.tokenId }]);

    expect(await send({ service: 'search', title: 'Errors' })).toMatchObject({ id: host.id });
    vigil.advance(5 * minute);
    expect(await send({ service: 'search', title: 'New' })).toMatchObject({ id: host.id, firingAlertCount: 3 });

    expect(await unmergeIncident(vigil.app, ada, { id: merged.id })).toMatchObject({
      incident: { status: 'OPEN', mergedInto: null, firingAlertCount: 1, reopenCount: 0 },
      into: { id: host.id, firingAlertCount: 2 },
    });
    expect(await alertsOf(merged)).toEqual(['search Errors FIRING']);
    expect(await send({ service: 'search', title: 'Errors' })).toMatchObject({ id: merged.id });
  });

  it('goes on for as long as what it brought: as its sender says, and from when it was last heard of', async () => {
    const [named, late] = [await send({ service: 'a' }), await send({ service: 'b' })];
    const key = await send({ service: 'search', dedupKey: 'search-errors' });
    await mergeIncident(vigil.app, ada, { id: key.id, into: named.id });
    vigil.advance(239 * minute);
    const heard = await send({ service: 'shop' });
    await mergeIncident(vigil.app, ada, { id: heard.id, into: late.id });
    vigil.advance(2 * minute);
    await finishDue(vigil.app);
    expect(await now(late)).toMatchObject({ status: 'OPEN' });
    vigil.advance(240 * minute);
    await finishDue(vigil.app);
    expect(await now(late)).toMatchObject({ status: 'RESOLVED' });
    expect(await now(named)).toMatchObject({ status: 'OPEN' });
  });

  it('goes through several incidents, and comes apart in the same order', async () => {
    const [a, b, c] = [await send({ service: 'a' }), await send({ service: 'b' }), await send({ service: 'c' })];
    await mergeIncident(vigil.app, ada, { id: a.id, into: b.id });
    await mergeIncident(vigil.app, ada, { id: b.id, into: c.id });
    expect(await alertsOf(c)).toHaveLength(3);
    expect(await send({ service: 'a', title: 'Another' })).toMatchObject({ id: c.id });
    await unmergeIncident(vigil.app, ada, { id: b.id });
    expect(await alertsOf(b)).toEqual(['a Checkout is slow FIRING', 'b Checkout is slow FIRING']);
    await unmergeIncident(vigil.app, ada, { id: a.id });
    expect(await alertsOf(a)).toEqual(['a Checkout is slow FIRING']);
    expect(await alertsOf(b)).toEqual(['b Checkout is slow FIRING']);
    expect(await now(b)).toMatchObject({ firingAlertCount: 1 });
  });

  it('is refused where it makes no sense, in plain words', async () => {
    const [a, b, c] = [await send({ service: 'a' }), await send({ service: 'b' }), await send({ service: 'c' })];
    const refused = async (id: string, into: string) => (await mergeIncident(vigil.app, ada, { id, into })).userErrors;
    expect(await refused(a.id, a.id)).toMatchObject([{ code: 'INVALID', field: ['input', 'into'] }]);
    expect(await refused(a.id, '4711')).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'into'] }]);
    expect(await refused('4711', a.id)).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'id'] }]);
    await mergeIncident(vigil.app, ada, { id: a.id, into: b.id });
    expect(await refused(a.id, b.id)).toEqual([]);
    expect(await refused(b.id, a.id)).toMatchObject([{ code: 'WRONG_STATUS', field: ['input', 'into'] }]);
    expect(await refused(a.id, c.id)).toMatchObject([{ code: 'WRONG_STATUS', field: ['input', 'id'] }]);
    expect((await reopenIncident(vigil.app, ada, { id: a.id })).userErrors).toMatchObject([{ code: 'WRONG_STATUS' }]);
    await resolveIncident(vigil.app, ada, { id: c.id });
    expect(await refused(b.id, c.id)).toMatchObject([{ code: 'WRONG_STATUS', field: ['input', 'into'] }]);
    expect((await unmergeIncident(vigil.app, ada, { id: b.id })).userErrors).toMatchObject([{ code: 'WRONG_STATUS' }]);
  });

  it('of two into each other at the same moment lets one happen', async () => {
    const [a, b] = [await send({ service: 'a' }), await send({ service: 'b' })];
    const answers = await Promise.all([
      mergeIncident(vigil.app, ada, { id: a.id, into: b.id }),
      mergeIncident(vigil.app, ada, { id: b.id, into: a.id }),
    ]);
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect([(await now(a)).mergedInto, (await now(b)).mergedInto].filter((into) => into !== null)).toHaveLength(1);
  });

  it('ends with the other incident: a new signal of the merged group then opens one of its own', async () => {
    const [host, merged] = [await send({ service: 'a' }), await send({ service: 'b' })];
    await mergeIncident(vigil.app, ada, { id: merged.id, into: host.id });
    await resolveIncident(vigil.app, ada, { id: host.id });
    const own = await send({ service: 'b' });
    expect([host.id, merged.id]).not.toContain(own.id);
    expect((await unmergeIncident(vigil.app, ada, { id: merged.id })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('is no resolve for the MTTR, and counted as left out', async () => {
    const [host, merged] = [await send({ service: 'a' }), await send({ service: 'b' })];
    vigil.advance(10 * minute);
    await mergeIncident(vigil.app, ada, { id: merged.id, into: host.id });
    await resolveIncident(vigil.app, ada, { id: host.id });
    const at = await vigil.app.clock.now();
    const range = { from: new Date(at.getTime() - 60 * minute), to: new Date(at.getTime() + minute) };
    expect((await readMetrics(vigil.app, range, null, null)).mttr).toMatchObject({ n: 1, excluded: 1 });
  });
});

it('the contract shows what people decided, by which token, and asks for the role', async () => {
  const [host, merged] = [await send({ service: 'a' }), await send({ service: 'b' })];
  const input = { id: host.id, severity: 'CRITICAL', reason: 'All of the shop is down' };
  const mutation = `mutation ($input: OverrideSeverityInput!, $merge: MergeIncidentInput!) {
    overrideSeverity(input: $input) { incident { severity overriddenBy recommendedAction } userErrors { message } }
    mergeIncident(input: $merge) { incident { mergedInto { number } } into { mergedIncidents { number } } userErrors { message } }
  }`;
  const answer = await requestGraphQL(vigil, mutation, { input, merge: { id: merged.id, into: host.id } });
  expect(answer).toEqual({
    data: {
      overrideSeverity: {
        incident: { severity: 'CRITICAL', overriddenBy: 'admin', recommendedAction: 'Immediate alert and escalate' },
        userErrors: [],
      },
      mergeIncident: {
        incident: { mergedInto: { number: host.number } },
        into: { mergedIncidents: [{ number: merged.number }] },
        userErrors: [],
      },
    },
  });
  const query = `query ($id: ID!) { apiTokens { id } incident(id: $id) { timeline { nodes { kind tokenId } } } }`;
  const { data } = await requestGraphQL<{
    apiTokens: { id: string }[];
    incident: { timeline: { nodes: { kind: string; tokenId: string | null }[] } };
  }>(vigil, query, { id: host.id });
  const events = data?.incident.timeline.nodes ?? [];
  expect(events.find(({ kind }) => kind === 'OPENED')?.tokenId).toBeNull();
  const tokenId = events.find(({ kind }) => kind === 'SEVERITY_OVERRIDDEN')?.tokenId;
  expect(data?.apiTokens.map(({ id }) => id)).toContain(tokenId);

  const { secret } = await createApiToken(vigil.app, { name: 'Wall', role: 'VIEWER' });
  const refused = await requestGraphQL({ url: vigil.url, token: secret ?? '' }, mutation, {
    input,
    merge: { id: merged.id, into: host.id },
  });
  expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});
