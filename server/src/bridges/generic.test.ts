import { expect, test } from 'vitest';
import { genericBridge } from './generic.ts';
import { bridgeNow, labelsOf, parsedBy } from './testing/parsedBy.ts';

test('fields are understood by the names that tools give them, and the rest is kept', () => {
  const [signal] = parsedBy(genericBridge, {
    message: 'Disk is full',
    host: 'web-1',
    priority: 'P1',
    status: 'firing',
    dedup: 'disk web-1',
    details: '98 % used',
    link: 'https://example.com/disk',
    labels: { team: 'blue' },
    tags: ['env:prod'],
    time: 1_763_978_400,
    free_bytes: 12,
  });
  expect(signal).toMatchObject({
    source: 'generic',
    service: 'web-1',
    title: 'Disk is full',
    description: '98 % used\n\nfree_bytes: 12',
    url: 'https://example.com/disk',
    reportedSeverity: 'CRITICAL',
    dedupKey: 'disk web-1',
    occurredAt: new Date(1_763_978_400_000),
  });
  expect(labelsOf(signal)).toEqual({ env: 'prod', team: 'blue' });
});

test.each([
  [{ status: 'resolved' }, 'RESOLVED'],
  [{ state: 'OK' }, 'RESOLVED'],
  [{ action: 'close' }, 'RESOLVED'],
  [{ close: true }, 'RESOLVED'],
  [{ status: 'down' }, 'FIRING'],
  [{}, 'FIRING'],
])('%j is %s', (given, state) => {
  expect(parsedBy(genericBridge, { summary: 'x', dedup: 'alert-a', ...given })).toMatchObject([
    { state, dedupKey: 'alert-a' },
  ]);
});

test('a list is a signal each, and what is no object is refused alone', () => {
  const result = genericBridge.parse([{ title: 'a' }, 5], {}, bridgeNow);
  expect(result).toMatchObject({ ok: true, signals: [{ field: ['0'] }, { field: ['1'], input: 5 }] });
});

test('a source of control characters refuses no alert', () => {
  expect(parsedBy(genericBridge, { title: 'x', source: '\u0001' })).toMatchObject([{ title: 'x', source: 'unknown' }]);
});
