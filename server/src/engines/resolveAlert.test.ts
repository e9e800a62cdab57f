import { describe, expect, test } from 'vitest';
import { minute, policyWith, reading } from './testing/fixtures.ts';
import { lastOf } from './testing/rehearse.ts';

const policy = policyWith({ grouping: { by: 'service', stayResolvedMinutes: 0, clockSkewSeconds: 60 } });
const ended = { state: 'RESOLVED', reportedSeverity: null } as const;

describe('the end of an alert', () => {
  test('says who told it, and of the incident why', () => {
    const { events } = lastOf(
      [
        [0, {}],
        [3, { ...ended, source: 'backup', dedupKey: null }],
        [4, ended],
      ],
      policy,
    );
    expect(events.map(({ message }) => message)).toEqual([
      'Resolved by probe: Checkout is slow',
      expect.stringContaining('Its last firing alert was resolved'),
    ]);
  });

  const cpu = (value: number) => ({ metrics: [reading('cpu_percent', value, 80, 95)] });
  test('by calm readings says for how long, and leaves what was last active', () => {
    const story = [
      [0, cpu(99)],
      [1, { title: 'other' }],
      [5, cpu(10)],
      [11, cpu(10)],
    ] as const;
    const { outcome, events, incident } = lastOf(story, policy);
    expect(outcome).toBe('JOINED');
    expect(events).toMatchObject([{ ruleId: 'correlation.alert_calm', message: 'Calm for 10 min: Checkout is slow' }]);
    expect(incident).toMatchObject({ firingAlertCount: 1, memory: { activeAtMs: minute(1).getTime() } });
  });

  test('is activity where its sender says it', () => {
    const { incident, changed, escalations } = lastOf(
      [
        [0, {}],
        [0, { title: 'other' }],
        [5, ended],
      ],
      policy,
    );
    expect(incident?.memory.activeAtMs).toBe(minute(5).getTime());
    expect(changed).toMatchObject([{ kind: 'UPDATED' }]);
    expect(escalations).toEqual([]);
  });

  test('of what held the severity up lets it fall from then on, of another does not', () => {
    const disk = { dedupKey: 'disk', reportedSeverity: 'CRITICAL' } as const;
    const cart = { dedupKey: 'cart', reportedSeverity: 'LOW' } as const;
    const memoryAfter = (key: string) =>
      lastOf(
        [
          [0, disk],
          [1, cart],
          [5, { ...ended, dedupKey: key }],
        ],
        policy,
      ).incident?.memory;
    expect(memoryAfter('disk')).toMatchObject({ heldBy: null, belowSinceMs: minute(5).getTime() });
    expect(memoryAfter('cart')).toMatchObject({ heldBy: 'disk' });
    expect(memoryAfter('cart')?.belowSinceMs).not.toBe(minute(5).getTime());
  });
});
