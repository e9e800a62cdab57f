import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { systemicEscalation } from './escalation.ts';
import { type Policy, presets } from './policy.ts';
import { noon } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';
import { serverMetricsSignals } from './testing/serverMetrics.ts';

/** 17,004 real readings of one server, 5 s apart over 24 h; shared beside the repository since their licence is not known. */
const file = new URL('../../../../shared/data/server_metrics_24h.csv', import.meta.url);
const recorded = existsSync(file) ? readFileSync(file, 'utf8') : null;
const header = 'timestamp,cpu_percent,rss_MB,stack_latency_ms,rf_prob,svm_prob,gbm_prob,final_score,decision';
/** Where the recorded day is missing, what holds for any day is shown on a made-up one. */
const signals = serverMetricsSignals(recorded ?? madeUpDay());

function madeUpDay(): string {
  const lines = Array.from({ length: 3_000 }, (_, row) => {
    const wave = Math.sin(row / 40);
    const spike = row % 97 === 0 ? 60 : 0;
    return [
      1_768_000_000 + row * 5,
      20 + 5 * wave + spike,
      500 + row / 50,
      30 + 10 * wave,
      0,
      0,
      0,
      (row % 100) / 100,
      'Normal',
    ];
  });
  return [header, ...lines.map((line) => line.join(','))].join('\n');
}

function replay(policy: Policy) {
  const rehearsal = new Rehearsal(policy);
  const counts = new Map<string | number, number>();
  const count = (what: string | number) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const criticalAts: Date[] = [];
  let systemic = 0;
  for (const signal of signals) {
    const { decision, outcome, changed } = rehearsal.signal(signal, noon);
    count(outcome);
    count(decision.severity);
    count(decision.stress);
    const sum = decision.factors.reduce((all, { contribution }) => all + contribution, 0);
    if (Math.abs(sum - decision.score) > 1e-9)
      throw new Error(`contributions of ${sum} for a score of ${decision.score}`);
    for (const { incident } of changed) {
      const at = incident.criticalAt;
      if (at === null || criticalAts.some((other) => other.getTime() === at.getTime())) continue;
      const { newId } = rehearsal;
      const fired = systemicEscalation({
        policy,
        policyVersion: 1,
        earlierCriticalAts: criticalAts,
        incident,
        at,
        newId,
      });
      systemic += fired.escalations.length;
      criticalAts.push(at);
    }
  }
  return { rehearsal, systemic, of: (what: string | number) => counts.get(what) ?? 0 };
}

if (recorded !== null) {
  test('seed-v1 decides a real day as the earlier system did, to the signal', () => {
    const { rehearsal, systemic, of } = replay(presets['seed-v1']);
    expect(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'].map(of)).toEqual([16_566, 158, 268, 12]);
    expect([0, 1, 2, 3, 4, 5, 6].map(of)).toEqual([9_058, 4_791, 2_473, 533, 130, 19, 0]);
    expect(systemic).toBe(0);
    expect(of('OPENED')).toBe(17_004);
    expect(rehearsal.incidents.size).toBe(17_004);
  });

  test('load-v2 makes a handful of incidents of the same day, and all of them end', () => {
    const { rehearsal, of } = replay(presets['load-v2']);
    expect(rehearsal.incidents.size).toBe(4);
    expect(
      [...rehearsal.incidents.values()].every(({ status, resolvedByRule }) => status === 'RESOLVED' && resolvedByRule),
    ).toBe(true);
    expect(of('LOGGED')).toBeGreaterThan(15_000);
  });
}

test('a replay that begins again decides as the first one did', () => {
  const rehearsal = new Rehearsal(presets['seed-v1']);
  const some = signals.slice(0, 400);
  const decisions = () => some.map((signal) => rehearsal.signal(signal, noon).decision);
  for (const signal of signals.slice(400, 2_000)) rehearsal.signal(signal, noon);
  expect(decisions()).toEqual(decisions());
});
