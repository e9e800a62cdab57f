import { expect, test } from 'vitest';
import type { Target } from './channel.ts';
import { withoutSecrets } from './withoutSecrets.ts';

const target: Target = {
  channel: 'webhook',
  url: 'https://robot:pass%20word@hooks.example.org/services/T01/zx81?key=abcd',
  secret: 'whsec_c2VjcmV0',
};

test.each([
  ['webhook: answered 500: no hook at /services/T01/zx81?key=abcd', 'webhook: answered 500: no hook at …'],
  ['webhook: answered 404: POST /services/T01/zx81', 'webhook: answered 404: POST …'],
  [`webhook: not a URL: ${target.url}`, 'webhook: not a URL: …'],
  ['webhook: answered 401: robot with pass word is unknown', 'webhook: answered 401: … with … is unknown'],
  ['webhook: answered 401: Basic cm9ib3Q6cGFzcyB3b3Jk is unknown', 'webhook: answered 401: Basic … is unknown'],
  ['webhook: answered 400: whsec_c2VjcmV0 is no key', 'webhook: answered 400: … is no key'],
  [
    'webhook: connect ECONNREFUSED 127.0.0.1:9 (ECONNREFUSED)',
    'webhook: connect ECONNREFUSED 127.0.0.1:9 (ECONNREFUSED)',
  ],
])('of "%s" nothing is told that lets others send', (reason, shown) => {
  expect(withoutSecrets(reason, target)).toBe(shown);
});

test('a log has nothing to hide', () => {
  expect(withoutSecrets('log: the disk is full', { channel: 'log' })).toBe('log: the disk is full');
});
