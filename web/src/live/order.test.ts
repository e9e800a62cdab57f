import { expect, test } from 'vitest';
import { incidentFragment } from './liveIncident.fixture.ts';
import { toLiveIncident } from './liveIncident.ts';
import { toColumns } from './order.ts';

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
