import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SilenceId } from '../domain/ids.ts';
import { severities } from '../domain/severity.ts';
import { acknowledge } from './lifecycle.ts';
import { noSuppression } from './suppression.ts';
import { incidentOf, minute, newSignal, policyWith } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const resolving = policyWith({ responses: { MEDIUM: { resolve: true } } });
const atOnce = policyWith({ responses: { CRITICAL: { escalate: 'atOnce' } } });
const medium = newSignal({ reportedSeverity: 'MEDIUM', dedupKey: 'disk' });
const critical = newSignal({ reportedSeverity: 'CRITICAL', dedupKey: 'disk' });

describe('an incident that needs nobody', () => {
  test('is resolved by the policy’s rule in the moment in which it opens', () => {
    const verdict = new Rehearsal(resolving).signal(medium, minute(0));
    expect(verdict).toMatchObject({
      outcome: 'OPENED',
      incident: { status: 'RESOLVED', resolvedAt: minute(0), resolvedBy: 'vigil', resolvedByRule: true },
      changed: [{ incident: { status: 'RESOLVED' } }],
      events: [{ kind: 'OPENED' }, { kind: 'RESOLVED', ruleId: 'action.resolve' }],
      intents: [],
    });
  });

  test('comes back and stays when it becomes more severe', () => {
    const rehearsal = new Rehearsal(resolving);
    rehearsal.signal(medium, minute(0));
    expect(rehearsal.signal(critical, minute(1))).toMatchObject({
      outcome: 'REOPENED',
      incident: { status: 'OPEN', severity: 'CRITICAL' },
      intents: [{ kind: 'notify', target: 'log' }],
    });
  });

  test('is left alone where somebody has it in hand', () => {
    const rehearsal = new Rehearsal(
      policyWith({ responses: { MEDIUM: { resolve: true } }, severity: { logBelow: 0 } }),
    );
    const low = incidentOf(rehearsal.signal(newSignal({ reportedSeverity: 'LOW', dedupKey: 'disk' }), minute(0)));
    const taken = acknowledge(low, { now: minute(1), actor: 'Ada', note: null }, resolving);
    if (!taken.ok) throw new Error(taken.error.message);
    rehearsal.take({ changed: [{ incident: taken.incident, kind: 'ACKNOWLEDGED' }], events: taken.events });
    expect(incidentOf(rehearsal.signal(medium, minute(2)))).toMatchObject({
      severity: 'MEDIUM',
      status: 'ACKNOWLEDGED',
    });
  });
});

describe('a severity that escalates at once', () => {
  test('fires the first step with the signal, and the next after its wait', () => {
    const verdict = new Rehearsal(atOnce).signal(critical, minute(0));
    expect(verdict).toMatchObject({
      incident: { escalationsFired: 1, nextEscalationAt: minute(10) },
      escalations: [{ step: 1, factor: 'severity', reason: 'CRITICAL escalates at once', at: minute(0) }],
      events: [{ kind: 'OPENED' }, { kind: 'ESCALATED', ruleId: 'escalation.at_once' }],
    });
    expect(verdict.intents).toHaveLength(2);
  });

  test('does so once, also for what rises to it and for every later signal', () => {
    const rehearsal = new Rehearsal(atOnce);
    const fired = [newSignal({ dedupKey: 'disk' }), critical, critical].map(
      (signal, at) => rehearsal.signal(signal, minute(at)).escalations.length,
    );
    expect(fired).toEqual([0, 1, 0]);
  });
});

test('nothing leaves the server and nothing escalates for signals that are suppressed or historical, whatever the policy', () => {
  const response = fc.record({
    watch: fc.boolean(),
    webhooks: fc.constantFrom([], ['runbook']),
    escalate: fc.constantFrom('bySteps', 'atOnce'),
  });
  const silence = {
    id: 'silence-1' as SilenceId,
    matchers: [{ name: 'service', operator: 'MATCHES' as const, value: '.+' }],
    startsAt: minute(-1),
    endsAt: minute(1_000),
    author: 'Ada',
    comment: 'We know',
    createdAt: minute(-1),
    expiredBy: null,
    suppressedCount: 0,
  };
  const story = fc.array(
    fc.record({
      at: fc.nat(300),
      historical: fc.boolean(),
      state: fc.constantFrom('FIRING' as const, 'RESOLVED' as const),
      reportedSeverity: fc.constantFrom(...severities),
      dedupKey: fc.constantFrom('disk', 'cpu', null),
    }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(response, response, fc.boolean(), story, (high, severe, resolve, signals) => {
      const policy = policyWith({
        targets: { log: { channel: 'log' }, runbook: { channel: 'webhook', url: 'https://runbook.example/' } },
        responses: { LOW: { resolve }, MEDIUM: { resolve }, HIGH: high, CRITICAL: severe },
      });
      const silenced = new Rehearsal(policy, { suppression: { ...noSuppression, silences: [silence] } });
      const past = new Rehearsal(policy);
      for (const { at, ...changes } of signals.toSorted((a, b) => a.at - b.at)) {
        const live = silenced.signal(newSignal({ ...changes, historical: false }), minute(at));
        expect([live.intents, live.escalations]).toEqual([[], []]);
        const brought = newSignal({ ...changes, historical: true, occurredAt: minute(at) });
        expect(past.signal(brought, minute(2_000)).intents).toEqual([]);
      }
    }),
  );
});
