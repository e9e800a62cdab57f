import { expect, test } from 'vitest';
import { incidentFragment } from '../live/liveIncident.fixture.ts';
import { toLiveIncident } from '../live/liveIncident.ts';
import { extendedTo } from '../selection/selection.ts';
import { foldStorms, stormBound } from './storm.ts';
import { incidentIdsOf } from './useOrder.ts';

const incident = (number: number, title: string) =>
  toLiveIncident(incidentFragment({ id: `i${number}`, number, title }), null);
const storm = Array.from({ length: stormBound }, (_, n) => incident(n, `Disk of host-${n} is full`));
const shown = [...storm, incident(99, 'Certificate expires')];
const storms = foldStorms(shown, new Set()).flatMap((unit) => (unit.kind === 'GROUP' ? [unit.id] : []));

test.each([
  ['folded', new Set<string>()],
  ['open', new Set(storms)],
])('the incidents of a storm that is %s stand once in the order', (_state, open) => {
  expect(incidentIdsOf(foldStorms(shown, open))).toEqual(shown.map(({ id }) => id));
});

test('a range from within an open storm takes nothing that stands above it', () => {
  const order = incidentIdsOf(foldStorms(shown, new Set(storms)));
  const { ids } = extendedTo({ ids: new Set(['i22']), anchor: 'i22' }, 'i99', order);
  expect([...ids]).toEqual(['i22', 'i23', 'i24', 'i99']);
});
