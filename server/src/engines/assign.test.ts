import { expect, test } from 'vitest';
import { assign } from './assign.ts';
import { presets } from './policy.ts';
import { minute, openedIncident } from './testing/fixtures.ts';

const policy = presets['load-v2'];
const by = { now: minute(2), actor: 'Ada', note: 'on call' };

test.each([
  [null, 'Bo', 'Assigned to Bo by Ada'],
  ['Cy', 'Bo', 'Assigned to Bo by Ada'],
  ['Cy', null, 'Taken from Cy by Ada'],
])('an incident of %s given to %s says "%s"', (before, assignee, message) => {
  const incident = { ...openedIncident(), assignee: before };
  const result = assign(incident, { ...by, assignee }, policy);
  expect(result).toMatchObject({
    ok: true,
    kind: 'UPDATED',
    incident: { assignee, status: 'OPEN' },
    events: [
      {
        incidentId: incident.id,
        kind: 'ASSIGNED',
        at: minute(2),
        actor: 'Ada',
        note: 'on call',
        ruleId: 'lifecycle.assign',
        message,
      },
    ],
  });
});

test('an incident that is somebody’s already is not given again', () => {
  const incident = { ...openedIncident(), assignee: 'Bo' };
  const result = assign(incident, { ...by, assignee: 'Bo' }, policy);
  expect(result).toEqual({ ok: true, incident, kind: null, events: [] });
});
