import { expect, test } from 'vitest';
import type { RehearsedSideFragment } from '../../__generated__/operations.ts';
import { reportRows, verdictOf } from './reportRows.ts';

const actual = {
  incidents: 1_200,
  incidentSeverity: [{ severity: 'HIGH', count: 7 }],
  logged: 5,
  joined: 40,
  reopened: 0,
  suppressed: 2,
  escalations: 3,
  notifications: 44,
  signalsPerIncident: 2.25,
  noiseRatio: 0.5,
} satisfies Omit<RehearsedSideFragment, ' $fragmentName'> as unknown as RehearsedSideFragment;
const draft: RehearsedSideFragment = { ...actual, incidents: 1_000, notifications: 45, signalsPerIncident: null };

test('both sides stand beside each other, with what is different', () => {
  const rows = new Map(reportRows(actual, draft).map((row) => [row.name, row]));
  expect(rows.get('Incidents opened')).toMatchObject({ actual: '1,200', draft: '1,000', change: '−200' });
  expect(rows.get('Notifications')).toMatchObject({ actual: '44', draft: '45', change: '+1' });
  expect(rows.get('… of them High')).toMatchObject({ actual: '7', draft: '7', change: '' });
  expect(rows.get('… of them Critical')).toMatchObject({ actual: '0', draft: '0', change: '' });
  expect(rows.get('Signals an incident')).toMatchObject({ actual: '2.3', draft: '–', change: '' });
  expect(rows.get('Noise ratio')).toMatchObject({ actual: '50%', change: '' });
});

test('the verdict says what would have been different', () => {
  expect(verdictOf(actual, actual)).toBe('As many incidents and notifications as there were.');
  expect(verdictOf(actual, draft)).toBe(
    'It would have opened 200 fewer incidents (1,000 instead of 1,200) and sent 1 more notification (45 instead of 44).',
  );
  expect(verdictOf(actual, { ...actual, notifications: 0 })).toBe(
    'It would have opened as many incidents and sent 44 fewer notifications (0 instead of 44).',
  );
});
