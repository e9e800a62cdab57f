import { describe, expect, it } from 'vitest';
import { demoStories } from '../demoStories.ts';
import { pastIncidents } from './past.ts';

const now = Date.parse('2026-11-23T08:15:00.250Z');
const dayMs = 86_400_000;

describe('pastIncidents', () => {
  const past = pastIncidents(demoStories, now).map((incident) => {
    const times = incident.signals.map(({ occurredAt }) => Date.parse(occurredAt ?? ''));
    const ends = [...times, incident.resolved?.atMs ?? 0];
    return {
      ...incident,
      times,
      fromMs: times[0] ?? 0,
      toMs: Math.max(...ends),
      service: incident.signals[0]?.service,
    };
  });

  it('is some hundred incidents of two months until a day ago, the oldest first', () => {
    expect(past.length).toBeGreaterThan(300);
    expect(past.length).toBeLessThan(2_000);
    expect(past.map(({ fromMs }) => fromMs)).toEqual(past.map(({ fromMs }) => fromMs).toSorted((a, b) => a - b));
    expect(past[0]?.fromMs).toBeGreaterThanOrEqual(now - 61 * dayMs);
    expect(past[0]?.fromMs).toBeLessThan(now - 60 * dayMs);
    for (const { toMs } of past) expect(toMs).toBeLessThanOrEqual(now - dayMs);
  });

  it('has signals in their order, and what people did after the first of them', () => {
    for (const { times, fromMs, acknowledged, resolved } of past) {
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      if (acknowledged !== null) expect(acknowledged.atMs).toBeGreaterThan(fromMs);
      if (resolved !== null) expect(resolved.atMs).toBeGreaterThan(acknowledged?.atMs ?? fromMs);
    }
  });

  it('has no two incidents of a service at the same time', () => {
    const lastEnd = new Map<string | undefined, number>();
    for (const { service, fromMs, toMs } of past) {
      expect(fromMs).toBeGreaterThan(lastEnd.get(service) ?? 0);
      lastEnd.set(service, toMs);
    }
  });

  it('marks all of it as the demo’s, and none of it as historical', () => {
    for (const signal of past.flatMap(({ signals }) => signals)) {
      expect(signal.labels).toContainEqual({ name: 'demo', value: 'true' });
      expect(signal.historical).toBeFalsy();
    }
  });
});
