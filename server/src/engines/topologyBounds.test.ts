import { expect, test } from 'vitest';
import { emptyCatalogue } from './catalogue.ts';
import { presets } from './policy.ts';
import { newSignal, noon } from './testing/fixtures.ts';
import { encodeAcquaintances, encodeTopology } from './topology/codec.ts';
import { blankTopology, type TopologyState } from './topology/state.ts';
import { afterPlacing, placeSignal } from './topology.ts';

const load = presets['load-v2'];
const second = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);

test('what is learned stays within its bounds whatever comes', () => {
  let state: TopologyState = blankTopology;
  const bounds = load.grouping.learned;
  for (let place = 0; place < 100_000; place += 1) {
    const signal = newSignal({ service: `service ${(place * 7_919) % 100_003}`, source: `source ${place % 97}` });
    const at = second(place * 0.05);
    const placed = placeSignal(state, signal, at, emptyCatalogue, load);
    state = afterPlacing(state, signal, placed, placed.groupKey, at, load);
  }
  expect(state.services.size).toBeLessThanOrEqual(bounds.maximumServices);
  expect(state.episodes.length).toBeLessThanOrEqual(bounds.maximumEpisodes);
  for (const { partners } of state.services.values()) expect(partners.size).toBeLessThanOrEqual(bounds.maximumPartners);
  for (const { members } of state.episodes) expect(members.length).toBeLessThanOrEqual(bounds.maximumMembers);
  expect(state.streamPairs.length).toBeLessThanOrEqual(64);
  expect(JSON.stringify([encodeTopology(state, 'id'), encodeAcquaintances(state)]).length).toBeLessThan(1_000_000);
}, 60_000);
