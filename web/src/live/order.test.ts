import { expect, test } from 'vitest';
import { incidentFragment } from './liveIncident.fixture.ts';
import { toLiveIncident } from './liveIncident.ts';
import { toColumns, withChanged } from './order.ts';

const incident = (part: Parameters<typeof incidentFragment>[0]) => toLiveIncident(incidentFragment(part), null);

test('cards stand by severity, then risk, then age, then number', () => {
  const columns = toColumns([
    incident({ id: 'low', severity: 'LOW', risk: 1 }),
    incident({ id: 'young', severity: 'CRITICAL', risk: 0.2, openedAt: '2026-01-01T11:00:00.000Z' }),
    incident({ id: 'second', severity: 'CRITICAL', risk: 0.2, number: 8 }),
    incident({ id: 'first', severity: 'CRITICAL', risk: 0.2, number: 7 }),
    incident({ id: 'risky', severity: 'CRITICAL', risk: 0.9, openedAt: '2026-01-01T12:00:00.000Z' }),
    incident({ id: 'medium', severity: 'MEDIUM', risk: 0.1 }),
    incident({ id: 'high', severity: 'HIGH', risk: 0 }),
  ]);
  expect(columns.OPEN.map(({ id }) => id)).toEqual(['risky', 'first', 'second', 'young', 'high', 'medium', 'low']);
});

test('each status has its column', () => {
  const columns = toColumns([incident({ id: 'a', status: 'ACKNOWLEDGED' }), incident({ id: 'r', status: 'RESOLVED' })]);
  expect([columns.OPEN.length, columns.ACKNOWLEDGED[0]?.id, columns.RESOLVED[0]?.id]).toEqual([0, 'a', 'r']);
});

test('columns with some changed are what ordering all of them anew would give', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
  const statuses = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'] as const;
  const made = (n: number) =>
    toLiveIncident(
      incidentFragment({
        id: `i${n}`,
        number: n,
        severity: severities[random(4)] ?? 'LOW',
        status: statuses[random(3)] ?? 'OPEN',
        risk: random(3) / 2,
      }),
      null,
    );
  const incidents = new Map(Array.from({ length: 60 }, (_, n) => [`i${n}`, made(n)] as const));
  let columns = toColumns(incidents.values());
  for (let round = 0; round < 200; round++) {
    const changed = new Map<string, ReturnType<typeof made> | undefined>();
    for (let n = 0; n < random(6); n++) {
      const number = random(80);
      const next = random(5) === 0 ? undefined : made(number);
      changed.set(`i${number}`, next);
      if (next === undefined) incidents.delete(`i${number}`);
      else incidents.set(`i${number}`, next);
    }
    columns = withChanged(columns, changed);
    expect(columns).toEqual(toColumns(incidents.values()));
  }
});

test('a column without a change stays the same', () => {
  const columns = toColumns([toLiveIncident(incidentFragment({ id: 'a' }), null)]);
  const other = toLiveIncident(incidentFragment({ id: 'b', status: 'RESOLVED' }), null);
  expect(withChanged(columns, new Map([['b', other]])).OPEN).toBe(columns.OPEN);
});
