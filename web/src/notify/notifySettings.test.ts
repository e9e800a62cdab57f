import { expect, test } from 'vitest';
import { mayTell, noNotices, parseNotifySettings } from './notifySettings.ts';

const nights = { ...noNotices, quiet: { from: '22:00', to: '07:00' }, criticalAlways: true };
const lunch = { ...noNotices, quiet: { from: '12:00', to: '13:00' }, criticalAlways: false };

test.each([
  ['HIGH', nights, '21:59', true],
  ['HIGH', nights, '22:00', false],
  ['HIGH', nights, '03:00', false],
  ['HIGH', nights, '07:00', true],
  ['CRITICAL', nights, '03:00', true],
  ['CRITICAL', lunch, '12:30', false],
  ['LOW', lunch, '13:00', true],
  ['LOW', noNotices, '03:00', true],
] as const)('%s may be told by %o at %s: %s', (severity, settings, time, told) => {
  expect(mayTell(settings, severity, time)).toBe(told);
});

test.each([
  [null, noNotices],
  ['no JSON', noNotices],
  ['[]', noNotices],
  ['{"desktop":["CRITICAL","EVIL"],"sound":"HIGH"}', { ...noNotices, desktop: ['CRITICAL'] }],
  ['{"quiet":{"from":"22:00","to":"25:00"}}', noNotices],
  [
    '{"quiet":{"from":"22:00","to":"06:30"},"criticalAlways":false}',
    { ...noNotices, quiet: { from: '22:00', to: '06:30' }, criticalAlways: false },
  ],
])('of what was kept, %o, it takes what it knows', (text, settings) => {
  expect(parseNotifySettings(text)).toEqual(settings);
});
