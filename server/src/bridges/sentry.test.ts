import { expect, test } from 'vitest';
import { sentryBridge } from './sentry.ts';
import { bridgeNow, labelsOf, parsedBy } from './testing/parsedBy.ts';

/** Of the older plugin, shortened. */
const legacy = {
  id: '4616132099',
  project: 'frontend-app',
  project_slug: 'frontend-app',
  logger: 'javascript',
  level: 'error',
  culprit: 'loadProductCatalog at products.js:89',
  message: 'Failed to load product catalog: Server responded with 502 Bad Gateway',
  url: 'https://example.sentry.io/issues/4616132099/',
  event: {
    title: 'Failed to load product catalog',
    event_id: 'c634de9f01c640b597831fb1710e3416',
    timestamp: 1709991485.873,
    environment: 'production',
    tags: [
      ['browser', 'Edge 120.0.0.0'],
      ['http.status_code', '502'],
    ],
  },
};

test('an error of the older plugin is an alert of its issue', () => {
  const [signal] = parsedBy(sentryBridge, legacy);
  expect(signal).toMatchObject({
    source: 'sentry',
    service: 'frontend-app',
    title: 'Failed to load product catalog',
    dedupKey: 'sentry:4616132099',
    reportedSeverity: 'HIGH',
    url: legacy.url,
    occurredAt: new Date(1_709_991_485_873),
  });
  expect(signal?.description).toContain('502 Bad Gateway');
  expect(labelsOf(signal)).toMatchObject({ environment: 'production', 'http.status_code': '502' });
});

test('an issue alert and the issue’s own end have one key', () => {
  const event = {
    issue_id: '4616132099',
    title: 'Boom',
    level: 'fatal',
    web_url: 'https://example.sentry.io/1',
    project: 7,
  };
  const [fired] = parsedBy(sentryBridge, { action: 'triggered', data: { event, triggered_rule: 'Any error' } });
  expect(fired).toMatchObject({ state: 'FIRING', dedupKey: 'sentry:4616132099', reportedSeverity: 'CRITICAL' });
  const issue = {
    id: '4616132099',
    title: 'Boom',
    level: 'fatal',
    project: { slug: 'frontend-app' },
    lastSeen: '2020-01-01T00:00:00Z',
  };
  const [ended] = parsedBy(sentryBridge, { action: 'resolved', data: { issue } });
  expect(ended).toMatchObject({
    state: 'RESOLVED',
    dedupKey: 'sentry:4616132099',
    service: 'frontend-app',
    occurredAt: null,
  });
});

test.each([
  ['critical', 'FIRING', 'CRITICAL'],
  ['warning', 'FIRING', 'MEDIUM'],
  ['resolved', 'RESOLVED', null],
])('a metric alert whose action is %s is %s', (action, state, reportedSeverity) => {
  const metric_alert = { id: '5', alert_rule: { id: '12', name: 'Too many errors' }, projects: ['frontend-app'] };
  const [signal] = parsedBy(sentryBridge, {
    action,
    data: { metric_alert, description_text: '120 events in 5 minutes' },
  });
  expect(signal).toMatchObject({
    state,
    reportedSeverity,
    title: 'Too many errors',
    service: 'frontend-app',
    dedupKey: 'sentry:metric:12',
  });
});

test('what has neither is no webhook of Sentry', () => {
  expect(sentryBridge.parse({ installation: {} }, {}, bridgeNow)).toMatchObject({
    ok: false,
    errors: [{ field: ['data'] }],
  });
});
