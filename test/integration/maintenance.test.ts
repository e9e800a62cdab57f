import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { suppressionRequests } from '../support/suppressionRequests.ts';

const minute = 60_000;
let vigil: TestVigil;
let ask: ReturnType<typeof suppressionRequests>;

beforeEach(async () => {
  vigil = await startVigil();
  ask = suppressionRequests(vigil);
});

afterEach(() => vigil.close());

describe('a maintenance window', () => {
  it('holds signals back while it is open, and no longer once it is deleted', async () => {
    const from = await ask.inMinutes(0);
    const schedule = { from, until: new Date(Date.parse(from) + 30 * minute).toISOString(), rule: 'FREQ=DAILY' };
    const { maintenanceWindow: window } = await ask.createWindow(schedule);
    expect(window).toMatchObject({ open: true, lastUntil: null, occurrences: [{ from, until: schedule.until }, {}] });
    const held = await ask.ingest();
    expect(held).toMatchObject({
      outcome: 'SUPPRESSED',
      decision: { suppressedBy: [{ kind: 'MAINTENANCE', id: window.id }] },
    });
    vigil.advance(31 * minute);
    expect(await ask.ingest()).toMatchObject({ outcome: 'OPENED' });
    vigil.advance((24 * 60 - 21) * minute);
    expect(await ask.ingest({ dedupKey: 'next day' })).toMatchObject({ outcome: 'SUPPRESSED' });
    expect(await ask.request('{ maintenanceWindows(active: true) { nodes { open suppressedCount } } }')).toEqual({
      maintenanceWindows: { nodes: [{ open: true, suppressedCount: 2 }] },
    });
    const remove = () =>
      ask.request(
        'mutation ($id: ID!) { deleteMaintenanceWindow(input: { id: $id }) { maintenanceWindow { open occurrences { from } } userErrors { code field } } }',
        { id: window.id },
      );
    expect(await remove()).toEqual({
      deleteMaintenanceWindow: { maintenanceWindow: { open: false, occurrences: [] }, userErrors: [] },
    });
    // As a new alert of the group, whose incident is open since yesterday.
    expect(await ask.ingest({ dedupKey: 'next day' })).toMatchObject({ outcome: 'JOINED' });
    expect(await remove()).toMatchObject({ deleteMaintenanceWindow: { userErrors: [{ code: 'NOT_FOUND' }] } });
    expect(await ask.request('{ maintenanceWindows { totalCount } }')).toEqual({
      maintenanceWindows: { totalCount: 0 },
    });
  });

  it('is previewed over a change of daylight saving time', async () => {
    const schedule = {
      from: '2031-03-23T03:00:00Z',
      until: '2031-03-23T04:30:00Z',
      rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=3',
      timeZone: 'Europe/Berlin',
    };
    const query = `query ($schedule: MaintenanceScheduleInput!) {
      maintenancePreview(schedule: $schedule) { occurrences { from until } userErrors { code field } } }`;
    expect(await ask.request(query, { schedule })).toEqual({
      maintenancePreview: {
        occurrences: [
          { from: '2031-03-23T03:00:00.000Z', until: '2031-03-23T04:30:00.000Z' },
          { from: '2031-03-30T02:00:00.000Z', until: '2031-03-30T03:30:00.000Z' },
          { from: '2031-04-06T02:00:00.000Z', until: '2031-04-06T03:30:00.000Z' },
        ],
        userErrors: [],
      },
    });
    expect(await ask.request(query, { schedule: { ...schedule, rule: 'FREQ=NEVER' } })).toEqual({
      maintenancePreview: { occurrences: [], userErrors: [{ code: 'INVALID', field: ['schedule', 'rule'] }] },
    });
  });

  const from = '2031-01-01T10:00:00Z';
  it.each([
    [{ from, until: '2031-01-01T09:00:00Z' }, 'until'],
    [{ from, until: '2031-03-01T09:00:00Z' }, 'until'],
    [{ from: '2020-01-01T00:00:00Z', until: '2020-01-01T01:00:00Z' }, 'until'],
    [{ from, until: '2031-01-01T11:00:00Z', rule: 'FREQ=DAILY;BYHOUR=25' }, 'rule'],
    [{ from, until: '2031-01-01T11:00:00Z', rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'rule'],
    [{ from, until: '2031-01-01T11:00:00Z', timeZone: 'Mars/Olympus' }, 'timeZone'],
  ])('%o is refused for its %s', async (schedule, field) => {
    const { maintenanceWindow, userErrors } = await ask.createWindow(schedule);
    expect(maintenanceWindow).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'schedule', field] }]);
  });
});
