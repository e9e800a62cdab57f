import { describe, expect, test } from 'vitest';
import type { IncidentId } from '../domain/ids.ts';
import { foldTimeline, lifecycleOf, withPatches } from './foldTimeline.ts';
import { measureOf } from './metrics/measure.ts';
import { latest } from './outcome.ts';
import { type PastIncidentRecord, pastIncident } from './pastIncident.ts';
import { presets } from './policy.ts';
import { minute } from './testing/fixtures.ts';

const policy = presets['load-v2'];
const id = '5f0c1c1e-7d0e-4a53-9a58-0f2d0f3b6a01' as IncidentId;
const context = { id, importedBy: 'Grace', tokenId: null, policy, policyVersion: 3 };
const record: PastIncidentRecord = {
  title: 'Checkout is slow',
  service: 'checkout',
  source: 'pagerduty',
  severity: 'HIGH',
  labels: [{ name: 'team', value: 'web' }],
  openedAt: minute(0),
  acknowledged: { at: minute(4), by: 'Ada' },
  resolved: { at: minute(30), by: 'Ada' },
};

function lifeOf(told: Partial<PastIncidentRecord>) {
  const life = pastIncident({ ...record, ...told }, context);
  const first = life[0]?.changed[0]?.incident;
  if (first === undefined) throw new Error('It was not opened');
  const incident = life.reduce(latest, first);
  return { life, incident, events: life.flatMap(({ events }) => events) };
}

describe('an incident that is brought in', () => {
  test('has lived as any other, at its own times', () => {
    const { incident, events } = lifeOf({});
    expect(incident).toMatchObject({
      id,
      title: 'Checkout is slow',
      severity: 'HIGH',
      status: 'RESOLVED',
      openedAt: minute(0),
      firstAcknowledgedAt: minute(4),
      acknowledgedBy: 'Ada',
      resolvedAt: minute(30),
      resolvedBy: 'Ada',
      resolvedByRule: false,
      policyVersion: 3,
    });
    expect(events.map(({ kind, at, actor, ruleId }) => [kind, at, actor, ruleId])).toEqual([
      ['OPENED', minute(0), 'vigil', 'import.open'],
      ['ACKNOWLEDGED', minute(4), 'Ada', 'lifecycle.acknowledge'],
      ['RESOLVED', minute(30), 'Ada', 'lifecycle.resolve'],
    ]);
    expect(events[0]?.message).toBe('Opened: brought in as HIGH by Grace');
  });

  test.each<[string, Partial<PastIncidentRecord>, object]>([
    ['acknowledged and resolved', {}, { acknowledge: 240_000, resolveByPeople: 1_800_000, respond: 240_000 }],
    ['never acknowledged', { acknowledged: null }, { resolveByPeople: 1_800_000, respond: 1_800_000 }],
    [
      'ended by itself',
      { resolved: { at: minute(20), by: null } },
      { acknowledge: 240_000, resolveByRule: 1_200_000, respond: 240_000 },
    ],
    [
      'over at once',
      { acknowledged: { at: minute(0), by: 'Ada' }, resolved: { at: minute(0), by: 'Ada' } },
      { acknowledge: 0, resolveByPeople: 0, respond: 0 },
    ],
  ])('is measured as it went when it was %s', (_, told, durations) => {
    expect(measureOf(lifeOf(told).incident).durationsMs).toMatchObject(durations);
  });

  test('is what its timeline tells', () => {
    const { life, incident } = lifeOf({});
    let known = life[0]?.changed[0]?.incident;
    const events = life.flatMap((step, place) => {
      const patched = withPatches(step, () => (place === 0 ? undefined : known));
      known = known === undefined ? known : latest(known, step);
      return patched;
    });
    expect(foldTimeline(events)).toMatchObject(lifecycleOf(incident));
  });

  test('groups with nothing, waits for nothing and tells nobody', () => {
    const { life, incident } = lifeOf({ severity: 'CRITICAL' });
    expect(incident).toMatchObject({
      groupKey: null,
      criticalAt: null,
      nextEscalationAt: null,
      acknowledgementLapsesAt: null,
      reviewAt: null,
      historical: false,
    });
    expect(life.flatMap(({ intents, escalations }) => [...intents, ...escalations])).toEqual([]);
  });
});
