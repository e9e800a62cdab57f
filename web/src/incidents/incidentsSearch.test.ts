import { describe, expect, it } from 'vitest';
import { isFiltered, listVariables, parseIncidentsSearch } from './incidentsSearch.ts';

describe('parseIncidentsSearch', () => {
  it.each([
    ['nothing', {}, {}],
    [
      'everything',
      { q: 'db', status: 'OPEN', severity: 'LOW,HIGH', order: 'OPENED_AT_ASC', after: 'c' },
      { q: 'db', status: 'OPEN', severity: 'HIGH,LOW', order: 'OPENED_AT_ASC', after: 'c' },
    ],
    ['a number as text', { q: 12 }, { q: '12' }],
    ['the known words of a list', { status: 'RESOLVED,GONE,OPEN' }, { status: 'OPEN,RESOLVED' }],
    ['what is not known as nothing', { q: {}, status: 'GONE', severity: 3, order: 'toString', x: 1 }, {}],
    ['only one direction', { after: 'a', before: 'b' }, { after: 'a' }],
    ['an empty search as none', { q: '' }, {}],
  ])('reads %s', (_name, raw, search) => {
    expect(parseIncidentsSearch(raw)).toEqual(search);
  });

  it('keeps a search as short as the server takes it', () => {
    expect(parseIncidentsSearch({ q: 'x'.repeat(300) }).q).toHaveLength(200);
  });
});

describe('listVariables', () => {
  it.each([
    ['the first page', {}, { filter: {}, orderBy: 'URGENCY', first: 50 }],
    ['a page forwards', { after: 'c' }, { filter: {}, orderBy: 'URGENCY', first: 50, after: 'c' }],
    ['a page backwards', { before: 'c' }, { filter: {}, orderBy: 'URGENCY', last: 50, before: 'c' }],
    [
      'some severities',
      { severity: 'HIGH,LOW' },
      { filter: { severity: ['HIGH', 'LOW'] }, orderBy: 'URGENCY', first: 50 },
    ],
    ['a number with its sign', { q: ' #12 ' }, { filter: { search: '12' }, orderBy: 'URGENCY', first: 50 }],
    ['a word with a sign', { q: '#db' }, { filter: { search: '#db' }, orderBy: 'URGENCY', first: 50 }],
    ['blanks as no search', { q: '  ' }, { filter: {}, orderBy: 'URGENCY', first: 50 }],
  ])('asks for %s', (_name, search, variables) => {
    expect(listVariables(search)).toEqual(variables);
  });
});

describe('isFiltered', () => {
  it('is so when something may be hidden', () => {
    expect(isFiltered({ order: 'OPENED_AT_ASC', after: 'c' })).toBe(false);
    expect(isFiltered({ severity: 'LOW' })).toBe(true);
  });
});
