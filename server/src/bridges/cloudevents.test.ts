import { expect, test } from 'vitest';
import { cloudeventsBridge } from './cloudevents.ts';
import { bridgeNow, labelsOf, parsedBy } from './testing/parsedBy.ts';

const event = {
  specversion: '1.0',
  id: '7',
  source: 'https://github.com/cloudevents/spec/pull',
  type: 'com.example.replica.lag',
  subject: 'db-1',
  time: '2018-04-05T17:31:00Z',
  datacontenttype: 'application/json',
  data: { title: 'replica lag', severity: 'critical' },
};

test('a structured event is a signal, told apart by source and id', () => {
  const [signal] = parsedBy(cloudeventsBridge, event);
  expect(signal).toMatchObject({
    source: 'https://github.com/cloudevents/spec/pull',
    service: 'db-1',
    title: 'replica lag',
    reportedSeverity: 'CRITICAL',
    dedupKey: 'https://github.com/cloudevents/spec/pull com.example.replica.lag db-1',
    idempotencyKey: 'cloudevents https://github.com/cloudevents/spec/pull 7',
    occurredAt: new Date('2018-04-05T17:31:00Z'),
  });
  expect(labelsOf(signal)).toMatchObject({ event_type: 'com.example.replica.lag' });
});

test('a batch is a signal each, and what is no event in it is refused alone', () => {
  const result = cloudeventsBridge.parse([event, { ...event, id: '8' }, 'x'], {}, bridgeNow);
  expect(result).toMatchObject({
    ok: true,
    signals: [{ field: ['0'] }, { field: ['1'] }, { field: ['2'], input: 'x' }],
  });
});

test('in binary mode the attributes are headers and the body is the data', () => {
  const headers = {
    'ce-specversion': '1.0',
    'ce-id': '9',
    'ce-source': '/app',
    'ce-type': 'disk.full',
    'ce-subject': 'web',
  };
  const [signal] = parsedBy(cloudeventsBridge, { message: 'Disk is full', state: 'resolved' }, headers);
  expect(signal).toMatchObject({ source: '/app', service: 'web', title: 'Disk is full', state: 'RESOLVED' });
});

test('what has no attributes is no event', () => {
  expect(cloudeventsBridge.parse({ title: 'x' }, {}, bridgeNow)).toMatchObject({ ok: false });
});

test('data whose values are long are an event all the same', () => {
  const [signal] = parsedBy(cloudeventsBridge, { ...event, data: { title: 'Dump', stack: 'x'.repeat(20_000) } });
  expect(signal?.description).toMatch(/^title: Dump\nstack: x{9,}/);
});

test('attributes in headers are read percent-encoded, as the binding has them', () => {
  const headers = {
    'ce-specversion': '1.0',
    'ce-id': '10',
    'ce-source': '/app',
    'ce-type': '100% full',
    'ce-subject': 'Zahlung%20%E2%82%AC',
  };
  const [signal] = parsedBy(cloudeventsBridge, {}, headers);
  expect(signal).toMatchObject({ service: 'Zahlung €', title: '100% full' });
});
