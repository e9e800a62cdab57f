import { describe, expect, test } from 'vitest';
import type { Incident } from '../domain/incident.ts';
import { acknowledge, reopen, resolve } from './lifecycle.ts';
import type { LifecycleResult } from './lifecycleCommand.ts';
import { liftOverride, overrideSeverity } from './overrideSeverity.ts';
import { presets } from './policy.ts';
import { incidentOf, minute, newSignal, openedIncident } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const policy = presets['load-v2'];
const by = (at: number, note: string | null = 'only a test system') => ({ now: minute(at), actor: 'Ada', note });

function done(result: LifecycleResult): Incident {
  if (!result.ok) throw new Error(result.error.message);
  return result.incident;
}

const open = openedIncident();
const low = done(overrideSeverity(open, { ...by(1), severity: 'LOW' }, policy));

describe('a person’s severity', () => {
  test('is the incident’s at once, with who and why, and the engines’ stays in the decision', () => {
    expect(low).toMatchObject({
      severity: 'LOW',
      overriddenSeverity: 'LOW',
      overriddenBy: 'Ada',
      overrideReason: 'only a test system',
      decision: { severity: 'HIGH' },
    });
    expect(overrideSeverity(open, { ...by(1), severity: 'LOW' }, policy)).toMatchObject({
      kind: 'SEVERITY_CHANGED',
      events: [
        {
          kind: 'SEVERITY_OVERRIDDEN',
          ruleId: 'lifecycle.override',
          message: 'Severity set from HIGH to LOW by Ada',
          note: 'only a test system',
        },
      ],
    });
  });

  test('escalates and is told as any other', () => {
    expect(low.nextEscalationAt).toBeNull();
    const raised = overrideSeverity(low, { ...by(4), severity: 'CRITICAL' }, policy);
    expect(raised).toMatchObject({ kind: 'SEVERITY_CHANGED', intents: [{ severity: 'CRITICAL' }] });
    expect(done(raised)).toMatchObject({ nextEscalationAt: minute(9), criticalAt: null });
    expect(overrideSeverity(open, { ...by(4), severity: 'MEDIUM' }, policy)).toMatchObject({ intents: [] });
  });

  test('needs a reason', () => {
    expect(overrideSeverity(open, { ...by(1, null), severity: 'LOW' }, policy)).toMatchObject({
      error: { code: 'INVALID', field: ['input', 'reason'] },
    });
  });

  test('wins over signals until it is lifted; what they would have made of it is recorded, told to nobody, and then shown', () => {
    const rehearsal = new Rehearsal(policy);
    const opened = incidentOf(rehearsal.signal(newSignal(), minute(0)));
    const before = done(overrideSeverity(opened, { ...by(1), severity: 'LOW' }, policy));
    rehearsal.take({ changed: [{ incident: before, kind: 'UPDATED' }], events: [] });
    const verdict = rehearsal.signal(newSignal({ reportedSeverity: 'CRITICAL' }), minute(2));
    expect(verdict).toMatchObject({
      changed: [
        { kind: 'UPDATED', incident: { severity: 'LOW', decision: { severity: 'CRITICAL' }, criticalAt: null } },
      ],
      events: [{ kind: 'SEVERITY_RAISED' }],
      intents: [],
    });
    expect(verdict.events[0]?.message).toBe(
      'Raised from HIGH to CRITICAL (stays LOW: overridden by Ada): reported CRITICAL',
    );
    const lifted = liftOverride(incidentOf(verdict), by(3, null), policy);
    expect(done(lifted)).toMatchObject({
      severity: 'CRITICAL',
      overriddenSeverity: null,
      overriddenBy: null,
      overrideReason: null,
      nextEscalationAt: minute(8),
    });
    expect(lifted).toMatchObject({
      events: [{ kind: 'SEVERITY_OVERRIDE_LIFTED', message: 'Override of LOW lifted by Ada: CRITICAL again' }],
    });
  });

  test('falls in the engines’ eyes as it would have without the override', () => {
    const rehearsal = new Rehearsal(policy);
    const opened = incidentOf(rehearsal.signal(newSignal(), minute(0)));
    const critical = done(overrideSeverity(opened, { ...by(0), severity: 'CRITICAL' }, policy));
    rehearsal.take({ changed: [{ incident: critical, kind: 'UPDATED' }], events: [] });
    for (const at of [1, 5, 10]) rehearsal.signal(newSignal({ reportedSeverity: 'LOW' }), minute(at));
    const after = incidentOf(rehearsal.signal(newSignal({ reportedSeverity: 'LOW' }), minute(11)));
    expect(after).toMatchObject({ severity: 'CRITICAL', decision: { severity: 'MEDIUM' } });
  });

  test('outlives resolve and reopen', () => {
    const resolved = done(resolve(done(acknowledge(low, by(2), policy)), by(3)));
    expect(done(reopen(resolved, by(4), policy))).toMatchObject({ severity: 'LOW', overriddenSeverity: 'LOW' });
  });
});
