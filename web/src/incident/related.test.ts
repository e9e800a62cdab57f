import { expect, test } from 'vitest';
import type { IncidentDetail, RelatedIncident } from './IncidentDetail.ts';
import type { TimelineEvent } from './readTimeline.ts';
import { relationsOf } from './related.ts';

const other = (number: number, title: string): RelatedIncident => ({
  id: `i${number}`,
  number,
  title,
  service: 'search',
  severity: 'HIGH',
  status: 'OPEN',
});
const event = (kind: TimelineEvent['kind'], message: string, note: string | null = null): TimelineEvent => ({
  id: message,
  kind,
  at: '2026-01-01T10:00:00.000Z',
  actor: 'vigil',
  ruleId: 'rule',
  message,
  note,
  notificationId: null,
});
const incident = (part: Partial<IncidentDetail>) =>
  ({ mergedInto: null, parent: null, children: [], mergedIncidents: [], ...part }) as unknown as IncidentDetail;

test('each that was taken in has the reason that stands behind its name', () => {
  const host = incident({ mergedIncidents: [other(4, 'Mails wait'), other(44, 'Search is slow')] });
  const relations = relationsOf(host, [
    event('TOOK_IN', 'Took in #44 (Search is slow): it fires in one burst with search'),
    event('TOOK_IN', 'Took in #4 (Mails wait)', 'The same database'),
  ]);
  expect(relations.map(({ kind, why }) => [kind, why])).toEqual([
    ['TOOK_IN', 'Took in #4 (Mails wait) – The same database'],
    ['TOOK_IN', 'it fires in one burst with search'],
  ]);
});

test('what it is part of comes first, and without an event there is no reason', () => {
  const relations = relationsOf(incident({ parent: other(7, 'Systemic'), children: [other(8, 'A child')] }), []);
  expect(relations.map(({ kind, why }) => [kind, why])).toEqual([
    ['PART_OF', undefined],
    ['STANDS_FOR', undefined],
  ]);
});
