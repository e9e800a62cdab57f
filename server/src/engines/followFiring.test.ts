import { describe, expect, test } from 'vitest';
import type { SilenceId } from '../domain/ids.ts';
import type { NewSignal } from '../domain/signal.ts';
import type { Silence } from '../domain/suppression.ts';
import { followConsequences, followVerdict } from './followFiring.ts';
import { firingIn, inhibitorsOf } from './inhibition.ts';
import { resolve } from './lifecycle.ts';
import { noConsequences } from './outcome.ts';
import { noSuppression } from './suppression.ts';
import { incidentOf, minute, newSignal, policyWith, reading, storedSignal } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const policy = policyWith({
  inhibition: [{ name: 'any', source: ['service=~".+"'], target: ['service="nothing"'], equal: [] }],
});
const silence: Silence = {
  id: 'silence-1' as SilenceId,
  matchers: [{ name: 'service', operator: 'EQUAL', value: 'quiet' }],
  startsAt: minute(0),
  endsAt: minute(60),
  author: 'Ada',
  comment: 'We know',
  createdAt: minute(0),
  expiredBy: null,
  suppressedCount: 0,
};
const disk: Partial<NewSignal> = { dedupKey: 'disk', labels: [{ name: 'cluster', value: 'eu' }] };
const ended: Partial<NewSignal> = { ...disk, state: 'RESOLVED', reportedSeverity: null };

/** What counts as firing after each signal, one a minute. */
function told(...story: Partial<NewSignal>[]) {
  const rehearsal = new Rehearsal(policy, { suppression: { ...noSuppression, silences: [silence] } });
  const inhibitors = inhibitorsOf(policy, []);
  const firing = story.map((changes, at) => {
    followVerdict(inhibitors, storedSignal(changes), rehearsal.signal(newSignal(changes), minute(at)));
    return firingIn(inhibitors);
  });
  return { firing, rehearsal, inhibitors, last: firing.at(-1) };
}

describe('what counts as firing', () => {
  test('is an alert that fires, with what a rule may ask of it', () => {
    const { last, rehearsal } = told(disk);
    const [incident] = rehearsal.incidents.values();
    expect(last).toEqual([
      {
        dedupKey: 'disk',
        historical: false,
        incidentId: incident?.id,
        source: 'probe',
        service: 'checkout',
        title: 'Checkout is slow',
        severity: 'HIGH',
        labels: disk.labels,
      },
    ]);
  });

  test('has the severity of its incident rather than of its last signal', () => {
    const { last } = told({ ...disk, reportedSeverity: 'CRITICAL' }, { ...disk, reportedSeverity: 'MEDIUM' });
    expect(last).toMatchObject([{ severity: 'CRITICAL' }]);
  });

  test('is a signal that is held back too: it belongs to no incident and has its own severity', () => {
    const { last } = told({ ...disk, service: 'quiet', reportedSeverity: 'MEDIUM' });
    expect(last).toMatchObject([{ dedupKey: 'disk', service: 'quiet', incidentId: null, severity: 'MEDIUM' }]);
  });

  test.each<[string, Partial<NewSignal>[], number[]]>([
    ['no longer what was resolved', [disk, ended, disk], [1, 0, 1]],
    ['no longer what was held back and then resolved', [{ ...disk, service: 'quiet' }, ended], [1, 0]],
    ['nothing that was never heard firing', [ended], [0]],
    ['nothing too calm for an incident', [{ metrics: [reading('cpu_percent', 1, 80, 95)] }], [0]],
    ['what goes on firing, once', [disk, disk], [1, 1]],
    ['each alert of an incident', [disk, { dedupKey: 'cpu' }, ended], [1, 2, 1]],
    [
      'no firing from before a resolution that was heard already',
      [
        { ...disk, historical: true, occurredAt: minute(-10) },
        { ...ended, historical: true, occurredAt: minute(-5) },
        { ...disk, historical: true, occurredAt: minute(-7) },
      ],
      [1, 0, 0],
    ],
  ])('is %s', (_, story, counts) => {
    expect(told(...story).firing.map(({ length }) => length)).toEqual(counts);
  });
});

describe('an incident that a person', () => {
  test('resolves has no alerts left that count, and others keep theirs', () => {
    const { inhibitors, rehearsal } = told(disk, { dedupKey: 'other', service: 'search' });
    const [incident] = rehearsal.incidents.values();
    const by = { now: minute(5), actor: 'Ada', note: null };
    const resolved = resolve(incidentOf({ incident: incident ?? null }), by);
    if (!resolved.ok) throw new Error(resolved.error.message);
    const changed = [{ incident: resolved.incident, kind: 'RESOLVED' as const }];
    followConsequences(inhibitors, { ...noConsequences, changed });
    expect(firingIn(inhibitors)).toMatchObject([{ dedupKey: 'other' }]);
  });

  test('only changes keeps its alerts', () => {
    const { inhibitors, rehearsal } = told(disk);
    const changed = [...rehearsal.incidents.values()].map((incident) => ({ incident, kind: 'UPDATED' as const }));
    followConsequences(inhibitors, { ...noConsequences, changed });
    expect(firingIn(inhibitors)).toHaveLength(1);
  });
});
