import { describe, expect, it } from 'vitest';
import { demoStories } from '../demoStories.ts';
import { historySignals } from './history.ts';

const now = Date.parse('2026-11-23T08:15:00.250Z');
const hourMs = 3_600_000;

describe('historySignals', () => {
  const signals = historySignals(demoStories, now);

  it('is a few dozen incidents of the last 24 hours, all of them resolved, oldest first', () => {
    const opened = new Set(signals.filter(({ state }) => state === 'FIRING').map(({ dedupKey }) => dedupKey));
    const resolved = new Set(signals.filter(({ state }) => state === 'RESOLVED').map(({ dedupKey }) => dedupKey));
    expect(opened).toEqual(resolved);
    expect(opened.size).toBeGreaterThanOrEqual(24);
    expect(opened.size).toBeLessThanOrEqual(72);
    const times = signals.map(({ occurredAt }) => Date.parse(occurredAt ?? ''));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times[0]).toBeGreaterThanOrEqual(now - 24 * hourMs);
    expect(times.at(-1)).toBeLessThan(now - hourMs / 2);
    expect(signals.every(({ historical }) => historical)).toBe(true);
  });

  it('says the same of the same half hour whenever it is asked', () => {
    const later = new Map(
      historySignals(demoStories, now + 2 * hourMs).map((signal) => [signal.idempotencyKey, signal]),
    );
    const both = signals.filter(({ idempotencyKey }) => later.has(idempotencyKey));
    expect(both.length).toBeGreaterThan(signals.length / 2);
    for (const signal of both) expect(later.get(signal.idempotencyKey)).toEqual(signal);
  });

  it('gives each signal a key of its own', () => {
    expect(new Set(signals.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(signals.length);
  });
});
