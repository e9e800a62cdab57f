import type { IngestResult, Severity } from '@vigil/schema';
import { describe, expect, it } from 'vitest';
import { countStress, createTally } from './tally.ts';

function answer(
  outcome: IngestResult['outcome'],
  severity: Severity,
  stress: number,
  incident: string | null,
  escalations: string[] = [],
): IngestResult {
  const at = '2026-11-23T08:15:00.250Z';
  return {
    outcome,
    signal: null,
    incident:
      incident === null ? null : { id: incident, number: 1, title: 't', service: 's', severity, status: 'OPEN' },
    decision: { score: 0.5, severity, reason: 'r', stress, recommendedAction: 'a', policyVersion: 1, factors: [] },
    escalations: escalations.map((id) => ({ id, step: 0, factor: 'systemic', reason: 'r', targets: [], at })),
    userErrors: [],
  };
}

describe('createTally', () => {
  it('counts signals by decision, and incidents and escalations once', () => {
    const tally = createTally();
    tally.add(answer('OPENED', 'CRITICAL', 4, 'a', ['e1', 'e2']));
    tally.add(answer('DUPLICATE', 'CRITICAL', 4, 'a', ['e1']));
    tally.add(answer('LOGGED', 'LOW', 0, null));
    tally.add(answer('JOINED', 'HIGH', 2, 'b'));
    expect(tally.report(2_000)).toEqual({
      signals: 4,
      severity: { LOW: 1, MEDIUM: 0, HIGH: 1, CRITICAL: 2 },
      stress: { '0': 1, '1': 0, '2': 1, '3': 0, '4': 2, '5': 0, '6': 0 },
      incidents: 2,
      escalations: 2,
      ratePerSecond: 2,
    });
  });

  it('leaves rejected signals out', () => {
    const tally = createTally();
    tally.add({ outcome: 'REJECTED', signal: null, incident: null, decision: null, escalations: [], userErrors: [] });
    expect(tally.report(0)).toMatchObject({ signals: 0, incidents: 0, ratePerSecond: 0 });
  });
});

describe('countStress', () => {
  const counted = (stresses: number[]) => Object.entries(countStress(stresses)).filter(([, count]) => count > 0);

  it.each([
    [
      [0, 6, 6],
      [
        ['0', 1],
        ['6', 2],
      ],
    ],
    [[0, 7], [['0-9', 2]]],
    [[0.5], [['0-9', 1]]],
    [
      [9.99, 10, 19.99, 100, 90],
      [
        ['0-9', 1],
        ['10-19', 2],
        ['90-100', 2],
      ],
    ],
  ])('%j', (stresses, expected) => {
    expect(counted(stresses)).toEqual(expected);
  });
});
