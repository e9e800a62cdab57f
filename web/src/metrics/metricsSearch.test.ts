import { describe, expect, it } from 'vitest';
import { readBehind, writeBehind } from './behindSearch.ts';
import { isFiltered, noFilters, parseMetricsSearch, presetOf } from './metricsSearch.ts';

describe('parseMetricsSearch', () => {
  it.each([
    ['nothing', {}, {}],
    ['the defaults', { range: '30d', by: 'service', hours: 'opened', behind: 'none' }, {}],
    ['a preset', { range: '7d' }, { range: '7d' }],
    [
      'a range of its own instead of a preset',
      { range: '7d', from: '2026-11-01', to: '2026-11-02T08:00' },
      { from: '2026-11-01', to: '2026-11-02T08:00' },
    ],
    ['half a range as none', { from: '2026-11-01', to: 'now' }, {}],
    ['a zone that there is', { tz: 'Europe/Berlin' }, { tz: 'Europe/Berlin' }],
    ['a zone that there is not as none', { tz: 'Mars/Olympus' }, {}],
    [
      'filters',
      { severity: 'LOW,CRITICAL,NONE', service: 'a,b\\,c', label: 'team=web', attribution: 'highest' },
      { severity: 'CRITICAL,LOW', service: 'a,b\\,c', label: 'team=web', attribution: 'highest' },
    ],
    [
      'a list of incidents',
      { behind: 'mtta.pending', of: 'service:a:b', hour: '1-13' },
      { behind: 'mtta.pending', of: 'service:a:b', hour: '1-13' },
    ],
    [
      'a point whose months there are not as none',
      { behind: 'opened', at: '2026-13-01T00:00:00.000Z~2026-14-01T00:00:00.000Z' },
      { behind: 'opened' },
    ],
    ['what is not known as nothing', { range: {}, per: 'year', by: 3, behind: 'x', hour: '9-99', sort: [] }, {}],
  ])('reads %s', (_name, raw, search) => expect(parseMetricsSearch(raw)).toEqual(search));

  it('says whether something is hidden, and how to show all', () => {
    const search = parseMetricsSearch({ range: '7d', service: 'api' });
    const all = parseMetricsSearch({ ...search, ...noFilters });
    expect([isFiltered(search), isFiltered(all)]).toEqual([true, false]);
    expect(presetOf(all)).toBe('7d');
  });
});

describe('what is behind a figure', () => {
  it.each([
    [{ figure: 'opened', status: 'recorded' }],
    [{ figure: 'mttr', status: 'notApplicable', part: { kind: 'responder', value: null } }],
    [
      {
        figure: 'mtta',
        status: 'recorded',
        point: { from: '2026-11-01T00:00:00.000Z', to: '2026-11-02T00:00:00.000Z' },
        part: { kind: 'service', value: 'a:b' },
        hour: { weekday: 7, hour: 0 },
      },
    ],
  ] as const)('%j is read as it was written', (behind) => expect(readBehind(writeBehind(behind))).toEqual(behind));

  it('is of a service level only with its target', () => {
    const behind = {
      figure: 'missed',
      status: 'recorded',
      part: { kind: 'severity', value: 'HIGH' },
      withinMinutes: 15,
    } as const;
    expect(writeBehind(behind)).toEqual({ behind: 'missed', of: 'severity:HIGH', within: '15' });
    expect(readBehind(writeBehind(behind))).toEqual(behind);
    expect(readBehind({ behind: 'missed' })).toBeNull();
  });

  it('is of a count whatever status is asked for', () => {
    expect(readBehind({ behind: 'opened.pending' })).toEqual({ figure: 'opened', status: 'recorded' });
  });
});
