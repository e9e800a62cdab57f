import { describe, expect, test } from 'vitest';
import type { IncidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import { minute, openedIncident } from '../testing/fixtures.ts';
import { emptyFigures, statusesOf } from './figures.ts';
import { addMeasure, isSameMeasure, measureOf } from './measure.ts';

const minuteMs = 60_000;
const acknowledged = { firstAcknowledgedAt: minute(3), acknowledgedAt: minute(3), acknowledgedBy: 'Ada' };
const resolved = {
  status: 'RESOLVED',
  firstResolvedAt: minute(9),
  resolvedAt: minute(9),
  resolvedBy: 'Ben',
  resolvedByRule: false,
} as const;
const byRule = { ...resolved, resolvedBy: 'vigil', resolvedByRule: true } as const;
const merged = { ...resolved, firstResolvedAt: null, mergedInto: 'other' as IncidentId };

interface Expected {
  readonly counts?: object;
  /** In minutes. */
  readonly durations?: Partial<
    Record<'acknowledge' | 'resolveByPeople' | 'resolveByRule' | 'firstResolve' | 'respond', number>
  >;
  readonly pending?: readonly ('acknowledge' | 'firstResolve' | 'respond')[];
}

const everything = ['acknowledge', 'firstResolve', 'respond'] as const;

test.each<[string, Partial<Incident>, Expected]>([
  ['open and untouched', {}, { pending: everything }],
  [
    'acknowledged',
    { ...acknowledged, status: 'ACKNOWLEDGED' },
    { counts: { acknowledged: 1 }, durations: { acknowledge: 3, respond: 3 }, pending: ['firstResolve'] },
  ],
  [
    'snoozed before it was acknowledged',
    { ...acknowledged, status: 'ACKNOWLEDGED', firstSnoozedAt: minute(2) },
    { counts: { acknowledged: 1 }, durations: { acknowledge: 3, respond: 2 }, pending: ['firstResolve'] },
  ],
  [
    'snoozed only',
    { firstSnoozedAt: minute(2), snoozedUntil: minute(60) },
    { durations: { respond: 2 }, pending: ['acknowledge', 'firstResolve'] },
  ],
  [
    'put back to open after its acknowledgement lapsed',
    { firstAcknowledgedAt: minute(3) },
    { counts: { acknowledged: 1 }, durations: { acknowledge: 3, respond: 3 }, pending: ['firstResolve'] },
  ],
  [
    'resolved by a person',
    { ...acknowledged, ...resolved },
    {
      counts: { acknowledged: 1, resolved: 1 },
      durations: { acknowledge: 3, resolveByPeople: 9, firstResolve: 9, respond: 3 },
    },
  ],
  [
    'resolved by a rule without an acknowledgement',
    byRule,
    { counts: { resolved: 1 }, durations: { resolveByRule: 9, firstResolve: 9, respond: 9 } },
  ],
  [
    'reopened and not resolved again',
    { firstResolvedAt: minute(9), reopenCount: 1 },
    { counts: { reopened: 1 }, durations: { firstResolve: 9, respond: 9 }, pending: ['acknowledge'] },
  ],
  [
    'reopened twice, acknowledged then and resolved again',
    { ...resolved, reopenCount: 2, firstAcknowledgedAt: minute(20), resolvedAt: minute(30) },
    {
      counts: { acknowledged: 1, resolved: 1, reopened: 1 },
      durations: { acknowledge: 20, resolveByPeople: 30, firstResolve: 9, respond: 9 },
    },
  ],
  ['merged into another', merged, { counts: { resolved: 1 } }],
  [
    'merged into another after an acknowledgement',
    { ...acknowledged, ...merged },
    { counts: { acknowledged: 1, resolved: 1 }, durations: { acknowledge: 3, respond: 3 } },
  ],
  [
    'merged by a rule after it was resolved and reopened',
    { ...merged, firstResolvedAt: minute(4), reopenCount: 1, resolvedByRule: true },
    { counts: { resolved: 1, reopened: 1 }, durations: { firstResolve: 4, respond: 4 } },
  ],
  ['escalated', { firstEscalatedAt: minute(5) }, { counts: { escalated: 1 }, pending: everything }],
  ['historical and open', { historical: true }, { pending: ['firstResolve', 'respond'] }],
  [
    'historical and acknowledged and resolved by a person',
    { ...acknowledged, ...resolved, firstResolvedAt: null, historical: true },
    { counts: { acknowledged: 1, resolved: 1 } },
  ],
  [
    'historical and resolved by a rule',
    { ...byRule, historical: true },
    { counts: { resolved: 1 }, durations: { resolveByRule: 9, firstResolve: 9, respond: 9 } },
  ],
  [
    'resolved by a clock that is behind',
    { ...byRule, firstResolvedAt: minute(-1), resolvedAt: minute(-1) },
    { counts: { resolved: 1 }, durations: { resolveByRule: 0, firstResolve: 0, respond: 0 } },
  ],
])('an incident that is %s', (_, changes, { counts = {}, durations = {}, pending = [] }) => {
  const incident = { ...openedIncident(), ...changes };
  const measure = measureOf(incident);
  const waits = (name: (typeof everything)[number]) => (pending.includes(name) ? 1 : 0);
  expect(measure.counts).toEqual({
    ...{ opened: 1, acknowledged: 0, resolved: 0, reopened: 0, escalated: 0 },
    acknowledgePending: waits('acknowledge'),
    firstResolvePending: waits('firstResolve'),
    respondPending: waits('respond'),
    stressThousandths: Math.round(incident.decision.stress * 1_000),
    ...counts,
  });
  const ms = (minutes: number | undefined) => (minutes === undefined ? null : minutes * minuteMs);
  expect(measure.durationsMs).toEqual({
    acknowledge: ms(durations.acknowledge),
    resolveByPeople: ms(durations.resolveByPeople),
    resolveByRule: ms(durations.resolveByRule),
    firstResolve: ms(durations.firstResolve),
    respond: ms(durations.respond),
  });

  const figures = emptyFigures();
  addMeasure(figures, measure);
  for (const name of [...everything, 'resolve', 'resolveByPeople', 'resolveByRule'] as const) {
    const { recorded, pending: waiting, notApplicable } = statusesOf(figures, name);
    expect([name, recorded + waiting + notApplicable]).toEqual([name, 1]);
    expect([recorded, waiting, notApplicable].every((status) => status === 0 || status === 1)).toBe(true);
  }
});

test.each<[string, Partial<Incident>, string | null]>([
  ['nobody', {}, null],
  ['who acknowledged it', acknowledged, 'Ada'],
  ['who acknowledged it rather than who resolved it', { ...acknowledged, ...resolved }, 'Ada'],
  ['who resolved it', resolved, 'Ben'],
  ['nobody when a rule resolved it', byRule, null],
])('its responder is %s', (_, changes, responder) => {
  expect(measureOf({ ...openedIncident(), ...changes }).responder).toBe(responder);
});

describe('two measures are the same', () => {
  const before = measureOf(openedIncident());

  test('where nothing changed that is measured', () => {
    const joined = { ...openedIncident(), signalCount: 9, stress: 77, risk: 0.9, lastSignalAt: minute(1) };
    expect(isSameMeasure(before, measureOf(joined))).toBe(true);
  });

  test.each<Partial<Incident>>([
    { severity: 'CRITICAL' },
    { highestSeverity: 'CRITICAL' },
    { acknowledgedBy: 'Ada' },
    { firstAcknowledgedAt: minute(1) },
    { firstSnoozedAt: minute(1) },
    { firstResolvedAt: minute(1) },
    { firstEscalatedAt: minute(1) },
    { reopenCount: 1 },
    { status: 'RESOLVED' },
    { service: 'cart' },
    { source: 'grafana' },
    { historical: true },
    { openedAt: minute(1) },
  ])('and not where it did: %j', (changes) => {
    expect(isSameMeasure(before, measureOf({ ...openedIncident(), ...changes }))).toBe(false);
  });
});
