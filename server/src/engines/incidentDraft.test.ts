import { expect, test } from 'vitest';
import { draftOf } from './incidentDraft.ts';
import { openedIncident } from './testing/fixtures.ts';

test('a draft is the incident field by field, and what is written to it stays in it', () => {
  const incident = openedIncident();
  const draft = draftOf(incident);
  expect(draft).toEqual(incident);
  draft.signalCount += 1;
  expect([draft.signalCount, incident.signalCount]).toEqual([2, 1]);
});
