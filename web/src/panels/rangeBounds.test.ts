import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseRange } from './range.ts';
import { rangeBounds } from './rangeBounds.ts';

const nowMs = new Date(2026, 10, 24, 9, 37, 12, 345).getTime();
const local = (...parts: [number, number, number, number?, number?]) => new Date(...parts).toISOString();

describe('rangeBounds', () => {
  it.each([
    ['1h', local(2026, 10, 24, 8, 38), local(2026, 10, 24, 9, 38)],
    ['24h', local(2026, 10, 23, 10), local(2026, 10, 24, 10)],
    ['7d', local(2026, 10, 18), local(2026, 10, 25)],
    ['30d', local(2026, 9, 26), local(2026, 10, 25)],
  ] as const)('%s ends with the bucket that is being filled', (name, from, to) => {
    expect(rangeBounds(name, nowMs)).toEqual({ from, to });
  });

  it('stays the same within a bucket', () => {
    expect(rangeBounds('24h', nowMs + 60_000)).toEqual(rangeBounds('24h', nowMs));
  });

  it('holds the moment itself on the edge of a bucket', () => {
    const edgeMs = new Date(2026, 10, 24, 10).getTime();
    expect(rangeBounds('24h', edgeMs).to).toBe(local(2026, 10, 24, 11));
  });
});

describe('parseRange', () => {
  it.each([
    ['7d', '7d'],
    ['30d', '30d'],
    ['8d', '24h'],
    [undefined, '24h'],
    [7, '24h'],
    ['constructor', '24h'],
  ])('reads %j as %s', (raw, name) => expect(parseRange(raw)).toBe(name));
});

describe('when the clocks change', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('holds the hour that comes a second time', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    // The clocks went from 03:00 to 02:00 half an hour ago.
    const againMs = Date.parse('2026-10-25T01:30:00.000Z');
    expect(rangeBounds('24h', againMs)).toEqual({ from: '2026-10-24T02:00:00.000Z', to: '2026-10-25T02:00:00.000Z' });
  });

  it('begins each day with midnight although today has none', () => {
    vi.stubEnv('TZ', 'America/Santiago');
    // The clocks go from 24:00 to 01:00: the day begins at 04:00 UTC, the one after it at 03:00 UTC.
    const nowMs = Date.parse('2026-09-06T12:00:00.000Z');
    expect(rangeBounds('7d', nowMs)).toEqual({ from: '2026-08-31T04:00:00.000Z', to: '2026-09-07T03:00:00.000Z' });
  });
});
