import { describe, expect, test } from 'vitest';
import type { Severity } from '../domain/severity.ts';
import { severityAfter } from './hysteresis.ts';
import { presets } from './policy.ts';
import { minute, openedIncident } from './testing/fixtures.ts';

/** Cuts at 0.2, 0.4 and 0.7, a margin of 0.08 and ten minutes. */
const policy = presets['load-v2'];
const opened = openedIncident({ dedupKey: 'disk' });
const since = minute(0).getTime();

function moved(
  score: number,
  severity: Severity,
  {
    memory = {},
    at = 10,
    from = opened.severity,
    key = 'disk',
  }: { memory?: object; at?: number; from?: Severity; key?: string } = {},
) {
  const incident = { ...opened, severity: from, memory: { ...opened.memory, ...memory } };
  return severityAfter(incident, { ...opened.decision, score, severity }, key, minute(at), policy);
}

describe('an incident that is HIGH', () => {
  test('is raised by a higher decision, whose alert holds it from then on', () => {
    const raised = moved(0.7, 'CRITICAL', { key: 'memory', memory: { belowSinceMs: since } });
    expect(raised).toMatchObject({ moved: 'raised', severity: 'CRITICAL', decision: { score: 0.7 } });
    expect(raised.memory).toEqual({ belowSinceMs: null, heldBy: 'memory' });
  });

  test.each([
    ['on the cut, which holds it', 0.4, 'HIGH', null, 'memory'],
    ['within the margin, which says nothing of who holds it', 0.39, 'MEDIUM', null, 'disk'],
    ['at the end of the margin', 0.4 - 0.08, 'MEDIUM', null, 'disk'],
  ] as const)('stays for a score %s', (_, score, severity, belowSinceMs, heldBy) => {
    const stays = moved(score, severity, { key: 'memory', memory: { belowSinceMs: since, heldBy: 'disk' } });
    expect(stays).toMatchObject({ moved: null, severity: 'HIGH', decision: opened.decision });
    expect(stays.memory).toEqual({ belowSinceMs, heldBy });
  });

  test('begins to wait at the first score under the margin', () => {
    expect(moved(0.31, 'MEDIUM')).toMatchObject({ moved: null, memory: { belowSinceMs: minute(10).getTime() } });
  });

  test('goes on waiting while another alert is low', () => {
    const other = moved(0.1, 'LOW', { key: 'memory', memory: { belowSinceMs: since, heldBy: 'disk' }, at: 60 });
    expect(other).toMatchObject({ moved: null, severity: 'HIGH' });
    expect(other.memory).toEqual({ belowSinceMs: since, heldBy: 'disk' });
  });

  test.each([
    ['and waits anew when the score is under the next cut, too', 0.1, minute(10).getTime()],
    ['and waits no more when it is not', 0.19, null],
  ])('falls by one step after ten minutes, %s', (_, score, belowSinceMs) => {
    const memory = { belowSinceMs: since, heldBy: 'disk' };
    expect(moved(score, 'LOW', { memory, at: 9.99 })).toMatchObject({ moved: null, memory });
    const fallen = moved(score, 'LOW', { memory });
    expect(fallen).toMatchObject({
      moved: 'lowered',
      severity: 'MEDIUM',
      decision: { score, severity: 'MEDIUM', recommendedAction: 'Log and monitor closely' },
    });
    expect(fallen.memory).toEqual({ belowSinceMs, heldBy: 'disk' });
  });

  test('falls whoever is low when nobody holds it any more', () => {
    const memory = { belowSinceMs: since, heldBy: null };
    expect(moved(0.1, 'LOW', { key: 'memory', memory })).toMatchObject({ moved: 'lowered', memory: { heldBy: null } });
  });
});

test('an incident that is LOW falls no further, and does not wait to', () => {
  const low = moved(0, 'LOW', { from: 'LOW', memory: { belowSinceMs: since, heldBy: 'disk' }, at: 60 });
  expect(low).toMatchObject({ moved: null, severity: 'LOW', memory: { belowSinceMs: null, heldBy: 'disk' } });
});
