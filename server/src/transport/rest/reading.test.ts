import { expect, test } from 'vitest';
import { signalOfReading } from './reading.ts';

const reading = { cpu_percent: 12.5, rss_MB: 267, stack_latency_ms: 12.4, final_score: 0.83 };

test('a reading becomes a signal whose confidence is the final score', () => {
  expect(signalOfReading({ ...reading, timestamp: 1768080679.5434825, service: 'billing', rf_prob: 0.5 })).toEqual({
    input: {
      source: 'rest',
      service: 'billing',
      title: 'Server reading',
      confidence: 0.83,
      metrics: [
        { name: 'cpu_percent', unit: '%', value: 12.5 },
        { name: 'rss_MB', unit: 'MB', value: 267 },
        { name: 'stack_latency_ms', unit: 'ms', value: 12.4 },
      ],
      occurredAt: new Date(1768080679543),
    },
  });
});

test('service and timestamp may be left out', () => {
  expect(signalOfReading(reading)).toMatchObject({ input: { service: 'server', occurredAt: null } });
});

test('a timestamp may be RFC 3339', () => {
  expect(signalOfReading({ ...reading, timestamp: '2026-01-10T21:31:19.5Z' })).toMatchObject({
    input: { occurredAt: new Date('2026-01-10T21:31:19.500Z') },
  });
});

test.each([
  [null, 'body', 'The body must be a JSON object, but null was given.'],
  [[reading], 'body', 'The body must be a JSON object, but a list of 1 was given.'],
  [
    { ...reading, cpu_percent: undefined },
    'cpu_percent',
    'cpu_percent must be a finite number, but nothing was given.',
  ],
  [{ ...reading, rss_MB: '267' }, 'rss_MB', 'rss_MB must be a finite number, but "267" was given.'],
  [
    { ...reading, stack_latency_ms: Number.POSITIVE_INFINITY },
    'stack_latency_ms',
    'stack_latency_ms must be a finite number, but Infinity was given.',
  ],
  [{ ...reading, final_score: 1.5 }, 'final_score', 'final_score must be a number from 0 to 1, but 1.5 was given.'],
  [
    { ...reading, timestamp: 'x' },
    'timestamp',
    'timestamp must be seconds since the epoch or RFC 3339, but "x" was given.',
  ],
  [
    { ...reading, timestamp: 1e300 },
    'timestamp',
    'timestamp must be seconds since the epoch or RFC 3339, but 1e+300 was given.',
  ],
])('%j is refused by the name of its field', (body, field, error) => {
  expect(signalOfReading(body)).toEqual({ error, field });
});
