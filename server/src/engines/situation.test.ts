import { describe, expect, test } from 'vitest';
import type { Incident } from '../domain/incident.ts';
import type { NewSignal } from '../domain/signal.ts';
import { emptyCatalogue } from './catalogue.ts';
import { orchestrate } from './orchestrator.ts';
import { presets } from './policy.ts';
import { noSuppression } from './suppression.ts';
import { countingIds } from './testing/countingIds.ts';
import {
  incidentOf,
  minute,
  newSignal,
  openedIncident,
  policyWith,
  reading,
  storedSignal,
} from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';
import { lastOf, rehearse } from './testing/rehearse.ts';
import type { Episode } from './topology/state.ts';
import type { Placed } from './topology.ts';
import type { Situation } from './verdict.ts';

const load = presets['load-v2'];
const seed = presets['seed-v1'];
const service = policyWith({ grouping: { by: 'service' } });
const disk: Partial<NewSignal> = { dedupKey: 'disk', groupKey: 'g' };
const ended: Partial<NewSignal> = { ...disk, state: 'RESOLVED', reportedSeverity: null };
const calm: Partial<NewSignal> = { metrics: [reading('cpu_percent', 10, 80, 95)], reportedSeverity: null };

function situation(changes: Partial<Situation>): Situation {
  return {
    policy: service,
    policyVersion: 2,
    now: minute(10),
    groupKey: 'g',
    placement: null,
    resolvedEarlyAt: null,
    openOfGroup: null,
    guestIsOpen: false,
    resolvedOfGroup: null,
    openOfAlert: null,
    alerts: [],
    baselines: new Map(),
    catalogue: emptyCatalogue,
    affected: new Map(),
    learned: null,
    suppression: noSuppression,
    newId: countingIds(),
    ...changes,
  };
}

describe('a resolution is early', () => {
  test.each([
    ['when its alert was never heard of', [[0, ended]], true],
    [
      'never when its alert fires',
      [
        [0, disk],
        [1, ended],
      ],
      false,
    ],
    ['never when it is a firing', [[0, disk]], false],
  ] as const)('%s', (_, story, early) => {
    expect(lastOf(story).early).toBe(early);
  });
});

describe('what an incident that is over says about a new signal', () => {
  test('is nothing: it is decided as if it were the first', () => {
    const others = ['a', 'b', 'c'].map((title) => [0, { title }] as const);
    expect(lastOf([...others, [60, {}]], service).decision).toEqual(lastOf([[60, {}]], service).decision);
  });

  test('while it goes on, its other firing alerts count', () => {
    const withOthers = (count: number) =>
      lastOf(
        [
          ...Array.from({ length: count }, (_, at) => [0, { title: `${at}` }] as const),
          [1, { metrics: [reading('cpu_percent', 90, 80, 95)] }],
        ],
        service,
      ).decision;
    expect(withOthers(5).factors).not.toEqual(withOthers(1).factors);
    expect(withOthers(5).stress).toBeGreaterThanOrEqual(withOthers(1).stress);
  });
});

describe('an incident makes room', () => {
  test('once, and says for how long nothing was heard', () => {
    const { rehearsal, outcomes } = rehearse(
      [
        [0, { title: 'a' }],
        [11, { title: 'a' }],
      ],
      service,
    );
    expect(outcomes).toEqual(['OPENED', 'OPENED']);
    expect(rehearsal.events.map(({ kind, message }) => [kind, message.replace(/: .*/, '')])).toEqual([
      ['OPENED', 'Opened as HIGH'],
      ['RESOLVED', expect.stringContaining('Nothing heard for 10 min')],
      ['OPENED', 'Opened as HIGH'],
    ]);
  });
});

describe('an incident that was resolved', () => {
  const closed: Incident = { ...openedIncident(disk, service), groupKey: 'g', status: 'RESOLVED', firingAlertCount: 0 };
  const resolvedAt = (at: number, changes: Partial<Incident> = {}) => ({
    ...closed,
    resolvedAt: minute(at),
    resolvedBy: 'Ada',
    resolvedByRule: false,
    ...changes,
  });
  const outcomeAfter = (changes: Partial<Situation>) => orchestrate(situation(changes), storedSignal(disk)).outcome;

  test.each([
    ['at this very moment', 10, 'REOPENED'],
    ['as long ago as the policy says', 0, 'REOPENED'],
    ['longer ago', -0.1, 'OPENED'],
    ['only later, by the clock of what is brought in', 10.1, 'OPENED'],
  ])('%s: %s', (_, at, outcome) => {
    expect(outcomeAfter({ resolvedOfGroup: resolvedAt(at) })).toBe(outcome);
  });

  test('does not come back under seed-v1', () => {
    expect(outcomeAfter({ resolvedOfGroup: resolvedAt(9), policy: seed })).toBe('OPENED');
  });

  const own: Placed = {
    group: 'web',
    groupKey: 'g',
    joins: null,
    supersedes: null,
    absorbs: null,
    endedAtMs: null,
    reason: 'it is new',
  };
  test.each([
    ['made room for a new episode while its alerts fired', true, 1, 'OPENED'],
    ['was resolved by a person', false, 1, 'REOPENED'],
    ['had no alert that fired', true, 0, 'REOPENED'],
  ])('and %s', (_, resolvedByRule, firingAlertCount, outcome) => {
    const resolvedOfGroup = resolvedAt(9, { resolvedByRule, firingAlertCount });
    expect(outcomeAfter({ placement: own, resolvedOfGroup })).toBe(outcome);
  });

  test('and is of the episode that goes on', () => {
    const joins: Episode = {
      group: 'web',
      openedAtMs: minute(0).getTime(),
      lastAtMs: minute(9).getTime(),
      signals: 1,
      streams: ['probe'],
      members: ['checkout'],
      together: 0,
      possible: 0,
      tick: 0,
      counts: [],
      peak: 0,
      superseded: false,
    };
    const resolvedOfGroup = resolvedAt(9, { resolvedByRule: true, firingAlertCount: 1 });
    expect(outcomeAfter({ placement: { ...own, joins }, resolvedOfGroup })).toBe('REOPENED');
  });
});

describe('a signal whose incident has no such alert', () => {
  const open = openedIncident(disk, service);
  test.each([
    ['says that it ended', ended],
    ['is calm', { ...disk, ...calm }],
  ])('and that %s is kept in the log', (_, changes) => {
    const verdict = orchestrate(situation({ openOfAlert: open, openOfGroup: open }), storedSignal(changes));
    expect(verdict).toMatchObject({ outcome: 'LOGGED', incident: null, alert: null, changed: [], events: [] });
  });
});

describe('what is brought in from the past', () => {
  const past = (at: number, changes: Partial<NewSignal>) =>
    newSignal({ ...disk, historical: true, occurredAt: minute(at), ...changes });
  const bring = (...signals: NewSignal[]) => {
    const rehearsal = new Rehearsal(load);
    return { rehearsal, verdicts: signals.map((signal) => rehearsal.signal(signal, minute(1_000))) };
  };

  test.each([
    ['its end', { state: 'RESOLVED', reportedSeverity: null } as const],
    ['a calm reading', calm],
  ])('escalates by its own time before %s is told', (_, changes) => {
    const { verdicts } = bring(past(0, {}), past(7, changes));
    expect(verdicts[1]?.escalations).toMatchObject([{ step: 1 }]);
    expect(verdicts[1]?.events[0]).toMatchObject({ kind: 'ESCALATED', at: minute(5) });
    expect(verdicts[1]?.intents).toEqual([]);
  });

  test('a calm reading from long before an incident is no word about it', () => {
    const { verdicts } = bring(past(100, {}), past(89, calm), past(90, calm));
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['OPENED', 'LOGGED', 'JOINED']);
  });

  test('an end that came before its firing is told after it, and counted once', () => {
    const { verdicts, rehearsal } = bring(past(3, { state: 'RESOLVED', reportedSeverity: null }), past(0, {}));
    const [, last] = verdicts;
    expect(last?.outcome).toBe('OPENED');
    expect(last?.changed.map(({ kind }) => kind)).toEqual(['OPENED']);
    expect(last?.alert).toMatchObject({ state: 'RESOLVED', signalCount: 1 });
    expect(last && incidentOf(last)).toMatchObject({ status: 'RESOLVED', signalCount: 1, firingAlertCount: 0 });
    expect(
      rehearsal.events.map(({ kind, ruleId, message }) => [kind, ruleId, message.replace(/^Opened.*/, '')]),
    ).toEqual([
      ['OPENED', 'correlation.open', ''],
      ['ALERT_RESOLVED', 'correlation.alert_resolved', 'Resolved by probe: Checkout is slow'],
      ['RESOLVED', 'correlation.last_alert_resolved', expect.stringContaining('Its last firing alert was resolved')],
    ]);
  });
});
