import { expect, test } from 'vitest';
import { incidentFragment } from '../live/liveIncident.fixture.ts';
import { toLiveIncident } from '../live/liveIncident.ts';
import { targetMsOf } from './ageTarget.ts';

const system = { acknowledgeTargets: [{ severity: 'HIGH', minutes: 15 } as const] };
const incident = (part: Parameters<typeof incidentFragment>[0] = {}) => toLiveIncident(incidentFragment(part), null);
const acknowledgedAt = '2026-01-01T10:05:00.000Z';

test('an open incident has the time that its severity gives', () => {
  expect(targetMsOf(incident(), system)).toBe(900_000);
});

test.each([
  ['its severity needs no acknowledgement', { severity: 'LOW' }],
  ['it was acknowledged', { status: 'ACKNOWLEDGED', firstAcknowledgedAt: acknowledgedAt }],
  ['it was acknowledged before it was put back', { status: 'OPEN', firstAcknowledgedAt: acknowledgedAt }],
  ['it is over', { status: 'RESOLVED' }],
  ['it was brought in from the past', { historical: true }],
] as const)('there is no target when %s', (_, part) => {
  expect(targetMsOf(incident(part), system)).toBeNull();
});

test('there is none before the server has told of any', () => {
  expect(targetMsOf(incident(), null)).toBeNull();
});
