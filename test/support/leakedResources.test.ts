import { expect, test } from 'vitest';
import { leakedResources } from './leakedResources.ts';

test('what was open before is not a leak', () => {
  expect(leakedResources(['PipeWrap', 'Timeout'], ['Timeout', 'PipeWrap'])).toEqual([]);
});

test('what is open beyond that is counted by kind', () => {
  expect(
    leakedResources(['TCPSocketWrap'], ['TCPSocketWrap', 'TCPSocketWrap', 'TCPSocketWrap', 'TCPServerWrap']),
  ).toEqual(['2 × socket', '1 × server']);
});

test('reads that end by themselves are not watched', () => {
  expect(leakedResources([], ['FSReqPromise', 'Immediate'])).toEqual([]);
});
