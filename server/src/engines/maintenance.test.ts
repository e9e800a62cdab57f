import { describe, expect, test } from 'vitest';
import type { MaintenanceWindowId } from '../domain/ids.ts';
import type { MaintenanceSchedule, MaintenanceWindow } from '../domain/suppression.ts';
import { lastEndOf, maintainersOf, openingAt, openingsFrom, openUntil } from './maintenance.ts';
import { ruleFault } from './recurrence.ts';
import { storedSignal } from './testing/fixtures.ts';

function schedule(
  startsAt: string,
  rule: string | null,
  timeZone = 'Europe/Berlin',
  minutes = 60,
): MaintenanceSchedule {
  return { startsAt: new Date(startsAt), durationMinutes: minutes, rule, timeZone };
}

function starts(of: MaintenanceSchedule, from: string, most = 4): string[] {
  return openingsFrom(of, new Date(from), most).map(({ startsAt }) => startsAt.toISOString().replace(':00.000', ''));
}

describe('a rule opens at the same time by the wall clock', () => {
  test.each([
    // Berlin goes from UTC+1 to UTC+2 on 29 March 2026, New York from UTC−5 to UTC−4 on 8 March.
    [
      'weekly over the change to summer time',
      schedule('2026-03-22T03:00:00Z', 'FREQ=WEEKLY;BYDAY=SU'),
      '2026-03-20T00:00:00Z',
      ['2026-03-22T03:00Z', '2026-03-29T02:00Z', '2026-04-05T02:00Z', '2026-04-12T02:00Z'],
    ],
    [
      'weekly over the change back',
      schedule('2026-10-18T02:00:00Z', 'FREQ=WEEKLY;BYDAY=SU'),
      '2026-10-12T00:00:00Z',
      ['2026-10-18T02:00Z', '2026-10-25T03:00Z', '2026-11-01T03:00Z', '2026-11-08T03:00Z'],
    ],
    [
      'in another zone',
      schedule('2026-03-02T03:00:00Z', 'FREQ=WEEKLY', 'America/New_York'),
      '2026-03-01T00:00:00Z',
      ['2026-03-02T03:00Z', '2026-03-09T02:00Z', '2026-03-16T02:00Z', '2026-03-23T02:00Z'],
    ],
    [
      'in UTC, which has no summer',
      schedule('2026-03-22T03:00:00Z', 'FREQ=WEEKLY', 'UTC'),
      '2026-03-20T00:00:00Z',
      ['2026-03-22T03:00Z', '2026-03-29T03:00Z', '2026-04-05T03:00Z', '2026-04-12T03:00Z'],
    ],
    // 02:30 does not exist on 29 March: RFC 5545, 3.3.10 leaves such an instance out.
    [
      'but not at a time that is left out',
      schedule('2026-03-27T01:30:00Z', 'FREQ=DAILY'),
      '2026-03-27T00:00:00Z',
      ['2026-03-27T01:30Z', '2026-03-28T01:30Z', '2026-03-30T00:30Z', '2026-03-31T00:30Z'],
    ],
    // 02:30 comes twice on 25 October: it opens the first time only.
    [
      'and once at a time that comes twice',
      schedule('2026-10-24T00:30:00Z', 'FREQ=DAILY'),
      '2026-10-24T00:00:00Z',
      ['2026-10-24T00:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z', '2026-10-27T01:30Z'],
    ],
    [
      'on the second Tuesday',
      schedule('2026-01-13T21:00:00Z', 'FREQ=MONTHLY;BYDAY=2TU'),
      '2026-01-01T00:00:00Z',
      ['2026-01-13T21:00Z', '2026-02-10T21:00Z', '2026-03-10T21:00Z', '2026-04-14T20:00Z'],
    ],
    [
      'only where it has the day',
      schedule('2026-01-31T12:00:00Z', 'FREQ=MONTHLY', 'UTC'),
      '2026-01-01T00:00:00Z',
      ['2026-01-31T12:00Z', '2026-03-31T12:00Z', '2026-05-31T12:00Z', '2026-07-31T12:00Z'],
    ],
    [
      'as often as it says',
      schedule('2026-01-31T12:00:00Z', 'FREQ=DAILY;COUNT=2', 'UTC'),
      '2026-01-01T00:00:00Z',
      ['2026-01-31T12:00Z', '2026-02-01T12:00Z'],
    ],
    [
      'long after it was made',
      schedule('2001-01-07T01:00:00Z', 'FREQ=WEEKLY;BYDAY=SU'),
      '2026-11-24T00:00:00Z',
      ['2026-11-29T01:00Z', '2026-12-06T01:00Z', '2026-12-13T01:00Z', '2026-12-20T01:00Z'],
    ],
  ])('%s', (_, of, from, expected) => {
    expect(starts(of, from)).toEqual(expected);
  });

  test('an opening over a change lasts as long as the others', () => {
    const night = schedule('2026-03-28T23:00:00Z', 'FREQ=DAILY', 'Europe/Berlin', 360);
    const [first] = openingsFrom(night, new Date('2026-03-28T23:00:00Z'), 1);
    expect(first?.endsAt.toISOString()).toBe('2026-03-29T05:00:00.000Z');
  });
});

test.each([
  [schedule('2026-03-01T12:00:00Z', null), '2026-03-01T12:59:59Z', '2026-03-01T12:00:00.000Z'],
  [schedule('2026-03-01T12:00:00Z', null), '2026-02-01T00:00:00Z', '2026-03-01T12:00:00.000Z'],
  [schedule('2026-03-01T12:00:00Z', null), '2026-03-01T13:00:00Z', undefined],
  [schedule('2026-03-01T12:00:00Z', 'FREQ=DAILY'), '2026-03-05T12:30:00Z', '2026-03-05T12:00:00.000Z'],
  [schedule('2026-03-01T12:00:00Z', 'FREQ=DAILY'), '2026-03-05T13:00:00Z', '2026-03-06T12:00:00.000Z'],
  [schedule('2026-03-01T12:00:00Z', 'FREQ=DAILY;COUNT=1'), '2026-03-01T13:00:00Z', undefined],
])('of %o the opening at %s begins at %s', (of, at, expected) => {
  expect(openingAt(of, new Date(at))?.startsAt.toISOString()).toBe(expected);
});

test.each([
  [null, '2026-03-01T13:00:00.000Z'],
  ['FREQ=DAILY', undefined],
  ['FREQ=DAILY;COUNT=3', '2026-03-03T13:00:00.000Z'],
  ['FREQ=WEEKLY;UNTIL=20260315T000000Z', '2026-03-08T13:00:00.000Z'],
])('with %s it closes for the last time at %s', (rule, expected) => {
  expect(lastEndOf(schedule('2026-03-01T12:00:00Z', rule))?.toISOString()).toBe(expected);
});

test.each([
  ['FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2;WKST=MO', null],
  ['FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=1', null],
  ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,31', null],
  ['', 'has no part'],
  ['nonsense', 'has no part'],
  ['BYDAY=MO', 'must include FREQ'],
  ['FREQ=MINUTELY', 'out of its bounds'],
  ['FREQ=FORTNIGHTLY', 'out of its bounds'],
  ['FREQ=DAILY;BYHOUR=25', 'BYHOUR=25'],
  ['FREQ=DAILY;INTERVAL=0', 'INTERVAL=0'],
  ['FREQ=DAILY;BYFOO=1', 'has no part'],
  ['FREQ=DAILY;FREQ=WEEKLY', 'FREQ twice'],
  ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY=XX'],
  ['FREQ=WEEKLY;BYDAY=2MO', 'BYDAY'],
  ['FREQ=DAILY;UNTIL=20260401', 'UNTIL'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20260401T000000Z', 'COUNT and UNTIL'],
  ['FREQ=DAILY;UNTIL=20200401T000000Z', ''],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'never opens'],
  ['DTSTART:20200101T000000Z\nRRULE:FREQ=DAILY', 'has no part'],
  [`FREQ=DAILY;BYHOUR=${'1,'.repeat(300)}2`, 'longer than 500'],
])('the rule %j: %s', (rule, fault) => {
  const found = ruleFault({ ...schedule('2026-03-01T12:00:00Z', rule), rule });
  if (fault === null) expect(found).toBeNull();
  else expect(found).toContain(fault);
});

test('a window holds back what its matchers match while it is open, whatever is asked before', () => {
  const window: MaintenanceWindow = {
    ...schedule('2026-03-01T12:00:00Z', 'FREQ=DAILY'),
    id: 'window-1' as MaintenanceWindowId,
    name: 'Backups',
    matchers: [{ name: 'service', operator: 'EQUAL', value: 'checkout' }],
    endsAt: null,
    author: 'Ada',
    comment: null,
    createdAt: new Date('2026-03-01T00:00:00Z'),
    deletedBy: null,
    suppressedCount: 0,
  };
  const subject = { ...storedSignal(), severity: 'HIGH' } as const;
  const held = (at: string) => maintainersOf(subject, [window], new Date(at)).length > 0;
  const moments = ['2026-03-02T11:59:59Z', '2026-03-02T12:00:00Z', '2026-03-02T12:59:59Z', '2026-03-02T13:00:00Z'];
  expect(moments.map(held)).toEqual([false, true, true, false]);
  expect(moments.toReversed().map(held)).toEqual([false, true, true, false]);
  expect(maintainersOf(subject, [window], new Date('2026-03-02T12:30:00Z'))).toEqual([
    { kind: 'MAINTENANCE', id: 'window-1', reason: 'Maintenance Backups until 2026-03-02T13:00:00.000Z' },
  ]);
  const deleted = { ...window, endsAt: new Date('2026-03-02T12:10:00Z') };
  expect(maintainersOf(subject, [deleted], new Date('2026-03-02T12:30:00Z'))).toEqual([]);
});

describe('a window’s last end', () => {
  test.each([
    ['of one opening', null, '2026-03-01T13:00:00.000Z'],
    ['of a rule without end', 'FREQ=DAILY', null],
    ['of a rule that is counted', 'FREQ=DAILY;COUNT=3', '2026-03-03T13:00:00.000Z'],
    ['of a rule whose count comes first', 'COUNT=3;FREQ=DAILY', '2026-03-03T13:00:00.000Z'],
    ['of a rule until a moment', 'FREQ=DAILY;UNTIL=20260304T120000Z', '2026-03-04T13:00:00.000Z'],
    ['of a rule until its very first opening', 'UNTIL=20260301T120000Z;FREQ=DAILY', '2026-03-01T13:00:00.000Z'],
  ])('%s', (_, rule, end) => {
    expect(lastEndOf(schedule('2026-03-01T12:00:00Z', rule, 'UTC'))?.toISOString() ?? null).toBe(end);
  });
});

describe('a window that opens', () => {
  const window = (rule: string | null, endsAt: Date | null): MaintenanceWindow => ({
    ...schedule('2026-03-01T12:00:00Z', rule, 'UTC'),
    id: 'window-1' as MaintenanceWindowId,
    name: 'backup',
    matchers: [{ name: 'service', operator: 'EQUAL', value: 'checkout' }],
    endsAt,
    author: 'Ada',
    comment: null,
    createdAt: new Date('2026-03-01T00:00:00Z'),
    deletedBy: null,
    suppressedCount: 0,
  });
  const until = (of: MaintenanceWindow, at: string) => openUntil(of, new Date(at))?.toISOString() ?? null;

  test.each([
    ['before it', '2026-03-01T11:59:59Z', null],
    ['from its beginning', '2026-03-01T12:00:00Z', '2026-03-01T13:00:00.000Z'],
    ['until its end', '2026-03-01T12:59:59Z', '2026-03-01T13:00:00.000Z'],
    ['not at its end', '2026-03-01T13:00:00Z', null],
  ])('once holds back %s', (_, at, end) => {
    expect(until(window(null, new Date('2026-03-01T13:00:00Z')), at)).toBe(end);
  });

  test('and that was deleted holds nothing back from then on', () => {
    const deleted = window('FREQ=DAILY', new Date('2026-03-02T12:30:00Z'));
    expect(until(deleted, '2026-03-02T12:29:59Z')).toBe('2026-03-02T13:00:00.000Z');
    expect(until(deleted, '2026-03-02T12:30:00Z')).toBeNull();
    expect(until(deleted, '2026-03-03T12:10:00Z')).toBeNull();
  });

  test('by a rule is the same whatever was asked before, forwards and backwards', () => {
    const daily = window('FREQ=DAILY;COUNT=3', null);
    const asked = [
      '03-01T12:30',
      '03-01T13:30',
      '03-02T12:30',
      '03-01T12:30',
      '03-05T12:30',
      '03-05T12:40',
      '03-03T12:00',
    ];
    expect(asked.map((at) => until(daily, `2026-${at}:00Z`)?.slice(5, 16) ?? null)).toEqual([
      '03-01T13:00',
      null,
      '03-02T13:00',
      '03-01T13:00',
      null,
      null,
      '03-03T13:00',
    ]);
  });

  test('holds back what it matches, and says which window and until when', () => {
    const open = window('FREQ=DAILY', null);
    const at = new Date('2026-03-04T12:10:00Z');
    const subject = { ...storedSignal(), severity: 'HIGH' } as const;
    expect(maintainersOf(subject, [open], at)).toEqual([
      { kind: 'MAINTENANCE', id: 'window-1', reason: 'Maintenance backup until 2026-03-04T13:00:00.000Z' },
    ]);
    expect(maintainersOf({ ...subject, service: 'search' }, [open], at)).toEqual([]);
  });
});

describe('openings', () => {
  test('that overlap are told one by one, the one that lasts first', () => {
    const long = schedule('2026-03-01T12:00:00Z', 'FREQ=DAILY', 'UTC', 36 * 60);
    expect(starts(long, '2026-03-03T13:00:00Z', 2)).toEqual(['2026-03-03T12:00Z', '2026-03-04T12:00Z']);
  });

  test('are none once all are over', () => {
    expect(
      openingAt(schedule('2026-03-01T12:00:00Z', 'FREQ=DAILY;COUNT=2', 'UTC'), new Date('2026-03-02T13:00:00Z')),
    ).toBeNull();
    expect(openingAt(schedule('2026-03-01T12:00:00Z', null, 'UTC'), new Date('2026-03-01T13:00:00Z'))).toBeNull();
  });
});

describe('a part of a rule', () => {
  test.each([
    ['FREQ=DAILY;BYHOUR=0,23', null],
    ['FREQ=DAILY;BYHOUR=1,24', 'has BYHOUR=1,24, which is out of its bounds'],
    ['FREQ=DAILY;BYHOUR=24,1', 'has BYHOUR=24,1, which is out of its bounds'],
    ['FREQ=DAILY;BYHOUR=-1', 'has BYHOUR=-1, which is out of its bounds'],
    ['FREQ=DAILY;BYHOUR=1x', 'has BYHOUR=1x, which is out of its bounds'],
    ['FREQ=DAILY;BYHOUR= 1', 'has BYHOUR= 1, which is out of its bounds'],
    ['FREQ=DAILY;BYHOUR=1e1', 'has BYHOUR=1e1, which is out of its bounds'],
    ['FREQ=DAILY;INTERVAL=0', 'has INTERVAL=0, which is out of its bounds'],
    ['FREQ=DAILY;INTERVAL=1001', 'has INTERVAL=1001, which is out of its bounds'],
    ['FREQ=DAILY;INTERVAL=00001', 'has INTERVAL=00001, which is out of its bounds'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', null],
    ['FREQ=MONTHLY;BYMONTHDAY=-32', 'has BYMONTHDAY=-32, which is out of its bounds'],
    ['FREQ=WEEKLY;WKST=SUN', 'has WKST=SUN, which is out of its bounds'],
    ['FREQ=WEEKLY;WKST=XSU', 'has WKST=XSU, which is out of its bounds'],
    ['FREQ=WEEKLY;WKST=MO', null],
    ['FREQ=DAILY;UNTIL=x20260401T000000Z', 'has UNTIL=x20260401T000000Z, which is out of its bounds'],
    ['FREQ=DAILY;UNTIL=20260401T000000Zx', 'has UNTIL=20260401T000000Zx, which is out of its bounds'],
    ['FREQ=DAILY;BYHOUR', 'has BYHOUR=, which is out of its bounds'],
    ['FREQ=DAILY;BYHOUR=1=2', 'has no part "BYHOUR=1=2"'],
    [`FREQ=DAILY;${'X'.repeat(70)}`, `has no part "${'X'.repeat(60)}"`],
    [`FREQ=DAILY;BYHOUR=${'9'.repeat(70)}`, `has BYHOUR=${'9'.repeat(60)}, which is out of its bounds`],
    ['FREQ=DAILY;COUNT=2;UNTIL=20260401T000000Z', 'is not a recurrence rule: '],
    ['FREQ=DAILY;UNTIL=20200401T000000Z', 'never opens'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'never opens'],
    [`FREQ=DAILY;BYHOUR=${'1,'.repeat(240)}22`, null],
    [`FREQ=DAILY;BYHOUR=${'1,'.repeat(241)}2`, 'is longer than 500 characters'],
  ])('%s: %s', (rule, fault) => {
    const found = ruleFault({ ...schedule('2026-03-01T12:00:00Z', rule, 'UTC'), rule });
    if (fault === null || found === null) expect(found).toBe(fault);
    else expect(found.slice(0, fault.length)).toBe(fault);
  });
});
