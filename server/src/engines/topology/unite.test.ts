import { describe, expect, test } from 'vitest';
import { acknowledge } from '../lifecycle.ts';
import { unmerge } from '../merge.ts';
import { presets } from '../policy.ts';
import { incidentOf, newSignal, noon, policyWith } from '../testing/fixtures.ts';
import { Rehearsal } from '../testing/rehearsal.ts';

const load = presets['load-v2'];
const second = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);

interface Told {
  readonly service: string;
  /** Seconds. */
  readonly at: number;
}

function tell(firings: readonly Told[], rehearsal = new Rehearsal(load)) {
  const told = firings
    .toSorted((a, b) => a.at - b.at)
    .map(({ service, at }) => rehearsal.signal(newSignal({ service, source: 'probe', title: 'Slow' }), second(at)));
  return { rehearsal, told };
}

describe('incidents that turn out to be one', () => {
  const pair = ['web', 'cart'];
  /** Both fire every ten seconds until the second minute is over (or the eighth), from some seconds apart on; nothing is known of them. */
  const together = (apartSeconds: number): Told[] =>
    Array.from({ length: apartSeconds < 100 ? 12 : 48 }, (_, round) => round * 10).flatMap((at) =>
      pair.filter((service) => service === 'web' || at >= apartSeconds).map((service) => ({ service, at })),
    );

  test('are merged once they have begun at once and gone on together, and both timelines say why', () => {
    const { rehearsal, told } = tell(together(20));
    const [first, other, ...more] = [...rehearsal.incidents.values()];
    expect(more).toEqual([]);
    expect(first).toMatchObject({ status: 'OPEN', service: 'web' });
    expect(other).toMatchObject({
      status: 'RESOLVED',
      mergedInto: first?.id,
      resolvedByRule: true,
      resolvedBy: 'vigil',
    });
    expect(told.at(-1)?.incident?.id).toBe(first?.id);
    const because = /fired together with web 2 times within 30 s/;
    const merges = rehearsal.events.filter(({ ruleId }) => ruleId === 'correlation.merge');
    expect(merges).toMatchObject([
      { kind: 'MERGED', incidentId: other?.id, actor: 'vigil', message: expect.stringMatching(because) },
      { kind: 'TOOK_IN', incidentId: first?.id, actor: 'vigil', message: expect.stringMatching(because) },
    ]);
  });

  test.each([
    ['began minutes apart', together(300), load],
    [
      'fired a few times within ten minutes',
      [0, 40, 400].flatMap((at) => [
        { service: 'web', at },
        { service: 'cart', at: at + 35 },
      ]),
      load,
    ],
    ['and the policy never merges', together(20), policyWith({ grouping: { learned: { merge: null } } })],
  ])('are not found in two services that nothing is known of and that %s', (_, firings, policy) => {
    const { rehearsal } = tell(firings, new Rehearsal(policy));
    expect([...rehearsal.incidents.values()].map(({ status }) => status)).toEqual(['OPEN', 'OPEN']);
  });

  test('stay two when somebody has the smaller one in hand', () => {
    const rehearsal = new Rehearsal(load);
    tell(
      together(20).filter(({ at }) => at < 30),
      rehearsal,
    );
    const [, other] = [...rehearsal.incidents.values()];
    const taken = acknowledge(incidentOf({ incident: other ?? null }), { now: noon, actor: 'Ada', note: null }, load);
    if (taken.ok) rehearsal.take({ changed: [{ incident: taken.incident, kind: 'ACKNOWLEDGED' }], events: [] });
    tell(
      together(20).filter(({ at }) => at >= 30),
      rehearsal,
    );
    expect([...rehearsal.incidents.values()].map(({ status }) => status)).toEqual(['OPEN', 'ACKNOWLEDGED']);
  });

  test('can be taken apart again by hand, and are left so', () => {
    const { rehearsal } = tell(together(20));
    const [host, merged] = [...rehearsal.incidents.values()];
    const [incident, into] = [incidentOf({ incident: merged ?? null }), incidentOf({ incident: host ?? null })];
    const firingMoved = rehearsal.moveAlerts(into.id, incident.id, incident.id);
    const apart = unmerge({ incident, host: into, firingMoved }, { now: second(200), actor: 'Ada', note: null }, load);
    if (!apart.ok) throw new Error(apart.error.message);
    rehearsal.take(apart.consequences);
    tell(
      together(20).map((one) => ({ ...one, at: one.at + 210 })),
      rehearsal,
    );
    expect([...rehearsal.incidents.values()].map(({ status }) => status)).toEqual(['OPEN', 'OPEN']);
  });
});
