import { describe, expect, test } from 'vitest';
import type { IncidentId } from '../domain/ids.ts';
import { escalateDue } from './escalation.ts';
import { foldTimeline } from './foldTimeline.ts';
import { mergedInto, reopenedByHand, resolved, unmerged } from './incidentMoves.ts';
import { presets } from './policy.ts';
import { snooze } from './snooze.ts';
import { countingIds } from './testing/countingIds.ts';
import { minute, openedIncident } from './testing/fixtures.ts';

const policy = presets['load-v2'];
const byAda = { by: 'Ada', byRule: false };

describe('the first end of an incident', () => {
  test('stays through a reopening and a later end', () => {
    const first = resolved(openedIncident(), { at: minute(5), ...byAda });
    const again = resolved(reopenedByHand(first, minute(6), policy), { at: minute(9), ...byAda });
    expect([again.firstResolvedAt, again.resolvedAt]).toEqual([minute(5), minute(9)]);
  });

  test('is no merge, after which it goes on as it was', () => {
    const how = { now: minute(4), actor: 'Ada', byRule: false };
    const merged = mergedInto(openedIncident(), 'host' as IncidentId, how);
    expect([merged.firstResolvedAt, merged.resolvedAt]).toEqual([null, minute(4)]);
    const out = resolved(unmerged(merged, minute(5), policy), { at: minute(8), ...byAda });
    expect(out.firstResolvedAt).toEqual(minute(8));
  });

  test('of one from the past is what a rule did, and not a person', () => {
    const past = openedIncident({ historical: true, occurredAt: minute(0) });
    expect(resolved(past, { at: minute(90), ...byAda }).firstResolvedAt).toBeNull();
    expect(resolved(past, { at: minute(7), by: 'vigil', byRule: true }).firstResolvedAt).toEqual(minute(7));
  });
});

test('the first snooze stays when it is snoozed again', () => {
  const command = { actor: 'Ada', note: null };
  const once = snooze(openedIncident(), { ...command, now: minute(1), until: minute(30) }, policy);
  if (!once.ok) throw new Error(once.error.message);
  const again = snooze(once.incident, { ...command, now: minute(2), until: minute(60) }, policy);
  if (!again.ok) throw new Error(again.error.message);
  expect([again.incident.firstSnoozedAt, again.incident.snoozedUntil]).toEqual([minute(1), minute(60)]);
});

test('the first escalation stays when it escalates again', () => {
  const newId = countingIds();
  let incident = openedIncident({ reportedSeverity: 'CRITICAL' });
  const first = incident.nextEscalationAt ?? minute(0);
  const episodes: (Date | null)[] = [];
  for (const at of [first, minute(600)]) {
    incident = escalateDue(incident, policy, 1, at, newId).changed[0]?.incident ?? incident;
    episodes.push(incident.firstEscalatedAt);
  }
  expect(episodes).toEqual([first, first]);
  expect(incident.escalationsFired).toBeGreaterThan(1);
});

test('a timeline from before says as much of the firsts as its events tell', () => {
  const { source: _, highestSeverity: __, firstResolvedAt: ___, ...told } = openedIncident();
  const { firstEscalatedAt: ____, firstSnoozedAt: _____, ...opened } = told;
  const folded = foldTimeline([
    { patch: { ...opened } },
    { patch: { severity: 'CRITICAL' } },
    { patch: { severity: 'LOW' } },
    { patch: { status: 'RESOLVED', resolvedAt: minute(3), mergedInto: 'host' as IncidentId } },
    { patch: { status: 'OPEN', resolvedAt: null, mergedInto: null } },
    { patch: { status: 'RESOLVED', resolvedAt: minute(5) } },
    { patch: { status: 'OPEN', resolvedAt: null } },
  ]);
  expect(folded).toMatchObject({
    source: '',
    severity: 'LOW',
    highestSeverity: 'CRITICAL',
    firstResolvedAt: minute(5),
    resolvedAt: null,
    firstEscalatedAt: null,
    firstSnoozedAt: null,
  });
});
