import { afterEach, describe, expect, it } from 'vitest';
import { acknowledgeIncident } from '../../server/src/application/acknowledgeIncident.ts';
import { addNote } from '../../server/src/application/addNote.ts';
import { assignIncident } from '../../server/src/application/assignIncident.ts';
import { mergeIncident, unmergeIncident } from '../../server/src/application/mergeIncident.ts';
import { overrideSeverity } from '../../server/src/application/overrideSeverity.ts';
import { reopenIncident } from '../../server/src/application/reopenIncident.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import { snoozeIncident, unsnoozeIncident } from '../../server/src/application/snoozeIncident.ts';
import { unacknowledgeIncident } from '../../server/src/application/unacknowledgeIncident.ts';
import type { UserError } from '../../server/src/domain/userError.ts';
import { ada, RehearsedDay } from '../support/rehearsedDay.ts';

/** By service; HIGH escalates after five minutes. */
const policy = `name: acts
grouping: { by: service, quietMinutes: 600 }
escalation: { steps: [{ afterMinutes: 5, targets: [log], repeat: null }] }`;
const forgetful = `${policy}\nlifecycle: { acknowledgeTimeoutMinutes: 4 }`;

let day: RehearsedDay;
afterEach(() => day.close());

async function done(act: Promise<{ readonly userErrors: readonly UserError[] }>): Promise<void> {
  expect((await act).userErrors).toEqual([]);
}

/** The policy that decided finds what happened again, only if what people did is repeated. */
async function rehearsesTo(expected: { escalations: number; notifications: number }): Promise<void> {
  const { draft, actual, difference } = await day.rehearse();
  expect(actual).toMatchObject(expected);
  expect(draft).toEqual(actual);
  expect(difference).toMatchObject({
    signals: 0,
    incidents: 0,
    incidentsAdded: 0,
    incidentsMerged: 0,
    incidentsRemoved: 0,
    escalationsAdded: 0,
    escalationsRemoved: 0,
    notificationsAdded: 0,
    notificationsRemoved: 0,
  });
}

describe('a backtest repeats at its time that somebody', () => {
  it('took an acknowledgement back: it escalates from then on', async () => {
    day = await RehearsedDay.begin(policy);
    const id = await day.signal('search', 'HIGH');
    await day.pass(1);
    await done(acknowledgeIncident(day.app, ada, { id }));
    await day.pass(9);
    await done(unacknowledgeIncident(day.app, ada, { id }));
    await day.pass(4);
    await rehearsesTo({ escalations: 0, notifications: 1 });
    await day.pass(2);
    await rehearsesTo({ escalations: 1, notifications: 2 });
  });

  it('snoozed an incident: nothing escalates before its end, and then it comes back', async () => {
    day = await RehearsedDay.begin(policy);
    const id = await day.signal('search', 'HIGH');
    await day.pass(1);
    await done(snoozeIncident(day.app, ada, { id, minutes: 20 }));
    await day.pass(7);
    await day.signal('search', 'CRITICAL');
    await day.pass(8);
    await rehearsesTo({ escalations: 0, notifications: 1 });
    await day.pass(7);
    await rehearsesTo({ escalations: 0, notifications: 2 });
    await day.pass(5);
    await rehearsesTo({ escalations: 1, notifications: 3 });
  });

  it('ended a snooze before its time: it escalates from then on', async () => {
    day = await RehearsedDay.begin(policy);
    const id = await day.signal('search', 'HIGH');
    await day.pass(1);
    await done(snoozeIncident(day.app, ada, { id, minutes: 300 }));
    await day.pass(5);
    await done(unsnoozeIncident(day.app, ada, { id }));
    await day.pass(3);
    await rehearsesTo({ escalations: 0, notifications: 1 });
    await day.pass(3);
    await rehearsesTo({ escalations: 1, notifications: 2 });
  });

  it.each([
    ['gave it to somebody', (id: string) => assignIncident(day.app, ada, { id, assignee: 'Grace' })],
    ['wrote a note', (id: string) => addNote(day.app, ada, { id, note: 'looking' })],
  ])('%s: the acknowledgement lasts for as long again', async (_, act) => {
    day = await RehearsedDay.begin(forgetful);
    const id = await day.signal('search', 'HIGH');
    await day.pass(1);
    await done(acknowledgeIncident(day.app, ada, { id }));
    await day.pass(3);
    await done(act(id));
    await day.pass(3);
    await rehearsesTo({ escalations: 0, notifications: 1 });
    await day.pass(2);
    await rehearsesTo({ escalations: 0, notifications: 2 });
  });

  it('gave it another severity, twice, and lifted it again: it is told and escalates by what was in force', async () => {
    day = await RehearsedDay.begin(policy);
    const id = await day.signal('search', 'MEDIUM');
    await day.pass(10);
    await done(overrideSeverity(day.app, ada, { id, severity: 'CRITICAL', reason: 'it is the till' }));
    await day.pass(1);
    await done(overrideSeverity(day.app, ada, { id, severity: 'CRITICAL', reason: 'it is every till' }));
    await day.pass(5);
    await rehearsesTo({ escalations: 1, notifications: 2 });
    const mail = await day.signal('mail', 'HIGH');
    await day.pass(1);
    await done(overrideSeverity(day.app, ada, { id: mail, severity: 'LOW', reason: 'a test of ours' }));
    await day.pass(10);
    await rehearsesTo({ escalations: 1, notifications: 3 });
    await done(overrideSeverity(day.app, ada, { id: mail, severity: null }));
    await day.pass(6);
    await rehearsesTo({ escalations: 2, notifications: 5 });
  });

  it('gave it a severity that inhibits others, until it was merged into one that does not', async () => {
    day = await RehearsedDay.begin(
      `${policy}\ninhibition: [{ name: grave, source: ['severity="CRITICAL"'], target: ['service="mail"'], equal: [] }]`,
    );
    const id = await day.signal('search', 'HIGH', { dedupKey: 'search' });
    await day.signal('mail', 'HIGH', { dedupKey: 'mail 1' });
    await done(overrideSeverity(day.app, ada, { id, severity: 'CRITICAL', reason: 'it is the till' }));
    await day.pass(1);
    expect(await day.signal('mail', 'HIGH', { dedupKey: 'mail 2' })).toBe('');
    const whole = await day.signal('shop', 'MEDIUM');
    await done(mergeIncident(day.app, ada, { id, into: whole }));
    await day.pass(1);
    expect(await day.signal('mail', 'HIGH', { dedupKey: 'mail 3' })).not.toBe('');
    await done(overrideSeverity(day.app, ada, { id: whole, severity: 'CRITICAL', reason: 'that one too' }));
    await day.pass(1);
    expect(await day.signal('mail', 'HIGH', { dedupKey: 'mail 4' })).toBe('');
    const { draft, actual } = await day.rehearse();
    expect(actual).toMatchObject({ suppressed: 2, incidents: 3 });
    expect(draft).toEqual(actual);
  });

  it('reopened an incident, hours after it was resolved', async () => {
    day = await RehearsedDay.begin(policy);
    const id = await day.signal('search', 'HIGH');
    await day.pass(1);
    await done(resolveIncident(day.app, ada, { id }));
    for (let hour = 0; hour < 3; hour += 1) {
      await day.pass(60);
      await day.signal('mail', 'MEDIUM');
    }
    await done(reopenIncident(day.app, ada, { id }));
    await day.pass(6);
    await rehearsesTo({ escalations: 1, notifications: 2 });
  });
});

describe('a backtest repeats a merge', () => {
  it('as it was: one escalates for both, later signals join it, and what resolves ends it', async () => {
    day = await RehearsedDay.begin(policy);
    const part = await day.signal('search', 'HIGH', { dedupKey: 'search' });
    const whole = await day.signal('shop', 'MEDIUM', { dedupKey: 'shop' });
    await day.pass(1);
    await done(mergeIncident(day.app, ada, { id: part, into: whole }));
    await day.pass(120);
    await day.signal('search', 'HIGH', { dedupKey: 'search 2' });
    for (const key of ['search', 'search 2', 'shop']) {
      await day.signal(key.slice(0, 6).trim(), 'HIGH', { dedupKey: key, state: 'RESOLVED' });
    }
    await day.pass(6);
    await rehearsesTo({ escalations: 1, notifications: 3 });
    const { draft } = await day.rehearse();
    expect(draft).toMatchObject({ incidents: 2, joined: 3 });
  });

  it('and that it was undone: it has its alerts again, and escalates by itself', async () => {
    day = await RehearsedDay.begin(policy);
    const part = await day.signal('search', 'HIGH', { dedupKey: 'search' });
    const whole = await day.signal('shop', 'MEDIUM', { dedupKey: 'shop' });
    await day.pass(1);
    await done(mergeIncident(day.app, ada, { id: part, into: whole }));
    await done(acknowledgeIncident(day.app, ada, { id: whole }));
    await day.pass(60);
    await done(unmergeIncident(day.app, ada, { id: part }));
    await day.pass(6);
    await day.signal('search', 'HIGH', { dedupKey: 'search', state: 'RESOLVED' });
    await day.signal('shop', 'HIGH', { dedupKey: 'shop', state: 'RESOLVED' });
    await day.pass(1);
    await rehearsesTo({ escalations: 1, notifications: 3 });
  });

  it('not where the draft has both in one, which people then treat as what they merged', async () => {
    day = await RehearsedDay.begin(policy);
    const labels = [{ name: 'team', value: 'shop' }];
    const part = await day.signal('search', 'HIGH', { labels });
    const whole = await day.signal('shop', 'HIGH', { labels });
    await day.pass(1);
    await done(mergeIncident(day.app, ada, { id: part, into: whole }));
    await done(snoozeIncident(day.app, ada, { id: whole, minutes: 60 }));
    await day.pass(20);
    const { draft, difference } = await day.rehearse(policy.replace('by: service', 'by: labels, labels: [team]'));
    expect(draft).toMatchObject({ incidents: 1, escalations: 0, notifications: 1 });
    expect(difference).toMatchObject({ incidentsMerged: 1, incidentsAdded: 0, incidentsRemoved: 0 });
  });
});

describe('a backtest leaves out', () => {
  it('a reopening beside another open incident of the group', async () => {
    day = await RehearsedDay.begin(policy);
    const id = await day.signal('search', 'HIGH');
    await day.pass(1);
    await done(resolveIncident(day.app, ada, { id }));
    await day.pass(3);
    // It is the same incident that comes back; under the draft it is another one.
    expect(await day.signal('search', 'HIGH')).toBe(id);
    await done(resolveIncident(day.app, ada, { id }));
    await day.pass(1);
    await done(reopenIncident(day.app, ada, { id }));
    await day.pass(6);
    const { draft, difference } = await day.rehearse(policy.replace('by: service', 'by: service, reopenMinutes: 1'));
    expect(draft).toMatchObject({ incidents: 2, reopened: 0, escalations: 1 });
    expect(difference).toMatchObject({ incidentsAdded: 1 });
  });

  it('what a rule did: under another draft the rule does otherwise', async () => {
    day = await RehearsedDay.begin(forgetful);
    const id = await day.signal('search', 'HIGH');
    await day.pass(1);
    await done(acknowledgeIncident(day.app, ada, { id }));
    await day.pass(15);
    const { actual, draft } = await day.rehearse(policy);
    expect(actual).toMatchObject({ escalations: 1, notifications: 3 });
    expect(draft).toMatchObject({ escalations: 0, notifications: 1 });
  });
});

it('a backtest fires by an incident’s age what the clockwork fired by it', async () => {
  day = await RehearsedDay.begin(
    `${policy.replace('afterMinutes: 5', 'afterMinutes: 90')}\nrisk: { escalateAt: 0.3, time: { weight: 0.5, fullMinutes: 30 } }`,
  );
  await day.signal('search', 'HIGH');
  await day.pass(10);
  const taken = await day.signal('mail', 'HIGH');
  await day.pass(7);
  await done(acknowledgeIncident(day.app, ada, { id: taken }));
  await rehearsesTo({ escalations: 0, notifications: 2 });
  await day.pass(20);
  await rehearsesTo({ escalations: 1, notifications: 3 });
});
