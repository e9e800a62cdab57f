import { expect, test } from 'vitest';
import type { LiveIncidentFragment } from '../__generated__/operations.ts';
import { incidentFragment } from '../live/liveIncident.fixture.ts';
import { toLiveIncident } from '../live/liveIncident.ts';
import { foldStorms, stormBound } from './storm.ts';

const incident = (part: Partial<LiveIncidentFragment>) => toLiveIncident(incidentFragment(part), null);
const many = (count: number, part: (n: number) => Partial<LiveIncidentFragment>) =>
  Array.from({ length: count }, (_, n) => incident({ id: `i${n}`, number: n, ...part(n) }));
const shape = (units: ReturnType<typeof foldStorms>) =>
  units.map((unit) => (unit.kind === 'GROUP' ? `${unit.lead.id} ×${unit.members.length}` : unit.id));

const alike = (count: number) => many(count, (n) => ({ title: `Disk of host-${n} is full` }));
const nothing: ReadonlySet<string> = new Set();

test('a few alike stay cards of their own', () => {
  expect(foldStorms(alike(stormBound - 1), nothing)).toHaveLength(stormBound - 1);
});

test('many whose titles differ in numbers and ids only are one group, where the first of them stood', () => {
  const other = incident({ id: 'other', title: 'Certificate expires' });
  const storm = alike(30);
  expect(shape(foldStorms([other, ...storm], nothing))).toEqual(['other', 'i0 ×30']);
  expect(shape(foldStorms([...storm, other], nothing))).toEqual(['i0 ×30', 'other']);
});

test.each([
  ['Payment 3f2a9c1b77 failed', 'Payment 99c1ab0042 failed'],
  ['Pod web-7f9d-x2 restarts', 'Pod web-1c3a-k9 restarts'],
  ['HTTP 502 from 10.0.0.1', 'HTTP 502 from 10.0.0.9'],
])('%o and %o are alike', (one, two) => {
  const storm = many(stormBound, (n) => ({ title: n % 2 === 0 ? one : two }));
  expect(foldStorms(storm, nothing)).toHaveLength(1);
});

test('an open group is followed by its members', () => {
  const [group] = foldStorms(alike(30), nothing);
  const units = foldStorms(alike(30), new Set([group?.id ?? '']));
  expect(units).toHaveLength(31);
  expect(units.slice(1).every((unit) => unit.kind === 'INCIDENT' && unit.inGroup)).toBe(true);
});

test('the children of a systemic incident stand under it, whatever they are called', () => {
  const parent = incident({ id: 'parent', service: 'system', title: 'Systemic: 40 CRITICAL within 5 min' });
  const children = many(40, (n) => ({ title: `Different ${'x'.repeat(n)}`, parent: { id: 'parent' } }));
  expect(shape(foldStorms([...children, parent], nothing))).toEqual(['parent ×40']);
});
