import { describe, expect, test } from 'vitest';
import type { NewSignal } from '../domain/signal.ts';
import { acknowledge } from './lifecycle.ts';
import { incidentOf, minute, newSignal, policyWith } from './testing/fixtures.ts';
import { lastOf, rehearse } from './testing/rehearse.ts';

const ended: Partial<NewSignal> = { state: 'RESOLVED', reportedSeverity: null };

describe('severity', () => {
  const report = (reportedSeverity: NewSignal['reportedSeverity'], title = 'x') => ({ reportedSeverity, title });

  test('rises at once, is told, and the decision that raised it is the incident’s', () => {
    const { incident, changed, events, intents } = lastOf([
      [0, report('MEDIUM')],
      [1, report('CRITICAL')],
    ]);
    expect(incident).toMatchObject({ severity: 'CRITICAL', criticalAt: minute(1), nextEscalationAt: minute(6) });
    expect(incident?.decision).toMatchObject({ severity: 'CRITICAL', reason: 'reported CRITICAL' });
    expect(changed).toMatchObject([{ kind: 'SEVERITY_CHANGED' }]);
    expect(events).toMatchObject([{ kind: 'SEVERITY_RAISED', ruleId: 'severity.raised' }]);
    expect(intents).toMatchObject([{ severity: 'CRITICAL', target: 'log' }]);
  });

  test('is not lowered by one lower signal', () => {
    const { incident, intents } = lastOf([
      [0, report('HIGH')],
      [1, report('LOW')],
    ]);
    expect(incident).toMatchObject({ severity: 'HIGH', decision: { reason: 'reported HIGH' } });
    expect(intents).toEqual([]);
  });

  test('falls by one step after ten minutes under its cut, and again after ten more', () => {
    const { verdicts, events } = rehearse([
      [0, report('CRITICAL')],
      ...[1, 5, 10, 11, 16, 20, 21].map((at) => [at, report('LOW')] as const),
    ]);
    expect(verdicts.map(({ incident }) => incident?.severity)).toEqual([
      'CRITICAL',
      'CRITICAL',
      'CRITICAL',
      'CRITICAL',
      'HIGH',
      'HIGH',
      'HIGH',
      'MEDIUM',
    ]);
    expect(events).toEqual(['OPENED', 'SEVERITY_LOWERED', 'SEVERITY_LOWERED']);
    expect(verdicts.at(-1)?.incident).toMatchObject({
      nextEscalationAt: null,
      decision: { recommendedAction: 'Log and monitor closely' },
    });
  });

  test('does not fall when a higher score came in between', () => {
    const high = [
      [0, report('HIGH')],
      [1, report('LOW')],
      [6, report('HIGH')],
      [11, report('LOW')],
      [15, report('LOW')],
    ] as const;
    expect(lastOf(high).incident?.severity).toBe('HIGH');
  });

  test('is held by the alert that raised it: low readings of another do not lower it, until it is resolved', () => {
    const held = [
      [0, report('HIGH', 'held')],
      ...[1, 6, 11, 16].map((at) => [at, report('LOW', 'other')] as const),
    ] as const;
    expect(lastOf(held).incident?.severity).toBe('HIGH');
    const released = [
      ...held,
      [17, { ...ended, title: 'held' }],
      [22, report('LOW', 'other')],
      [27, report('LOW', 'other')],
    ] as const;
    expect(lastOf(released).incident?.severity).toBe('MEDIUM');
  });

  test('puts an acknowledged incident back to open where the policy says so', () => {
    for (const unacknowledgeOnRaise of [false, true]) {
      const policy = policyWith({ lifecycle: { unacknowledgeOnRaise } });
      const { rehearsal, verdicts } = rehearse([[0, report('HIGH')]], policy);
      const opened = verdicts[0] && incidentOf(verdicts[0]);
      const inHand = opened && acknowledge(opened, { now: minute(1), actor: 'Ada', note: null }, policy);
      if (!inHand?.ok) throw new Error('not acknowledged');
      rehearsal.take({ changed: [{ incident: inHand.incident, kind: 'ACKNOWLEDGED' }], events: [] });
      const { incident, changed } = rehearsal.signal(newSignal(report('CRITICAL')), minute(2));
      expect(changed[0]?.kind).toBe(unacknowledgeOnRaise ? 'UNACKNOWLEDGED' : 'SEVERITY_CHANGED');
      expect(incident).toMatchObject({
        status: unacknowledgeOnRaise ? 'OPEN' : 'ACKNOWLEDGED',
        firstAcknowledgedAt: minute(1),
        nextEscalationAt: unacknowledgeOnRaise ? minute(7) : null,
      });
    }
  });
});
