import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { acknowledgeIncident } from '../../server/src/application/acknowledgeIncident.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { durationOf } from '../../server/src/application/metrics/figureGroup.ts';
import { openMetrics } from '../../server/src/application/metrics/metrics.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { requestGraphQL } from '../support/request.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const ada: Viewer = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'RESPONDER' };
const minute = 60_000;
let vigil: TestVigil;

beforeAll(async () => {
  vigil = await startVigil({ policy: 'profile: load-v2\nname: by service\ngrouping: { by: service }' });
});
afterAll(() => vigil.close());

async function open(service: string, changes: Partial<NewSignal> = {}): Promise<Incident> {
  const signal = newSignal({ service, reportedSeverity: 'CRITICAL', ...changes });
  const [result] = await ingestSignals(vigil.app, [{ ok: true, signal }]);
  if (result === undefined || result.outcome === 'REJECTED' || result.incident === null) throw new Error('not opened');
  return result.incident;
}

async function lastHours(hours: number, service: string[] | null = null) {
  const to = new Date((await vigil.app.clock.now()).getTime() + minute);
  const range = { from: new Date(to.getTime() - hours * 60 * minute), to };
  return openMetrics(vigil.app, { range, filter: { service } });
}

test('the service level counts what was acknowledged in time, what was not, and what may still be', async () => {
  const services = ['in time', 'late', 'never', 'resolved', 'waiting'];
  const [inTime, late, , resolved] = [
    await open('in time'),
    await open('late'),
    await open('never'),
    await open('resolved'),
  ];
  await open('moderate', { reportedSeverity: 'MEDIUM' });
  await acknowledgeIncident(vigil.app, ada, { id: inTime.id });
  await resolveIncident(vigil.app, ada, { id: resolved.id });
  vigil.advance(6 * minute);
  await acknowledgeIncident(vigil.app, ada, { id: late.id });
  await open('waiting');
  const level = await (await lastHours(1, services)).serviceLevel();
  expect(level.map(({ severity, targetMinutes, objective }) => [severity, targetMinutes, objective])).toEqual([
    ['CRITICAL', 5, 0.95],
    ['HIGH', 15, 0.95],
    ['MEDIUM', 60, 0.95],
  ]);
  expect(level[0]).toMatchObject({ met: 1, missed: 2, pending: 1, share: 1 / 3 });
  expect(level[0]?.errorBudgetLeft).toBeCloseTo(1 - 2 / 3 / 0.05);
  expect(level[1]).toMatchObject({ met: 0, missed: 0, pending: 0, share: null, errorBudgetLeft: null });
  const [, , medium] = await (await lastHours(1)).serviceLevel();
  expect(medium).toMatchObject({ met: 0, missed: 0, pending: 1 });
});

test('who acknowledged an incident is its responder, else who resolved it', async () => {
  const groups = await (await lastHours(1, ['in time', 'resolved', 'never'])).byResponder(5);
  expect(groups.map(({ key, figures }) => [key, figures.counts.opened])).toEqual([
    ['Ada', 2],
    [null, 1],
  ]);
});

test('an incident that is resolved without an acknowledgement has a time to respond and no time to acknowledge', async () => {
  const whole = await (await lastHours(1, ['resolved'])).whole();
  expect(durationOf(whole, 'acknowledge')).toMatchObject({ n: 0, pending: 0, notApplicable: 1, meanSeconds: null });
  expect(durationOf(whole, 'respond')).toMatchObject({ n: 1, pending: 0, notApplicable: 0 });
});

test('a range is compared with the one before', async () => {
  vigil.advance(3 * 60 * minute);
  await open('afterwards');
  const now = await lastHours(2);
  const before = await now.previous();
  expect([before?.from.getTime(), before?.to]).toEqual([2 * now.from.getTime() - now.to.getTime(), now.from]);
  expect((await now.whole()).figures.counts.opened).toBe(1);
  const opened = (await before?.whole())?.figures.counts.opened ?? 0;
  expect(opened).toBeGreaterThan(1);
  expect(await now.change()).toMatchObject({ opened: 1 / opened - 1, acknowledged: -1, reopened: null, mtta: null });
  expect(await openMetrics(vigil.app, { range: { from: new Date(0), to: new Date(1) } }).change()).toBeNull();
});

test('the noisiest alerts are those with the most signals', async () => {
  for (let i = 0; i < 17; i += 1) await open('noisy', { dedupKey: 'disk', title: `Disk ${i}`, source: 'nagios' });
  await open('noisy', { dedupKey: 'cpu' });
  const alerts = await (await lastHours(1, ['noisy'])).noisiestAlerts(5);
  expect(alerts).toMatchObject([
    { dedupKey: 'disk', service: 'noisy', source: 'nagios', signals: 16, occurrences: 1 },
    { dedupKey: 'cpu', signals: 1, occurrences: 1 },
  ]);
});

test('the first signal’s source is the incident’s', async () => {
  const [first, ...others] = await (await lastHours(1, ['noisy'])).bySource(5);
  expect(others).toEqual([]);
  expect(first?.key).toBe('nagios');
});

describe('what cannot be asked is refused with its bound', () => {
  const from = '2026-01-01T00:00:00Z';
  const year = { from, to: '2027-01-01T00:00:00Z' };
  const many = Array.from({ length: 101 }, (_, place) => `"${place}"`).join(', ');
  it.each<[string, object, string, string, string]>([
    ['an inverted range', { from, to: '2025-01-01T00:00:00Z' }, '', 'opened', 'after range.from'],
    ['an empty range', { from, to: from }, '', 'opened', 'after range.from'],
    ['an endless range', { from: '1970-01-01T00:00:00Z', to: from }, '', 'opened', '5 years'],
    ['an unknown zone', { ...year, timeZone: 'Mars/Olympus' }, '', 'opened', 'IANA time zone'],
    ['an offset for a zone', { ...year, timeZone: '+05:30' }, '', 'opened', 'IANA time zone'],
    ['too many points', year, ', bucket: HOUR', 'opened', '2000'],
    ['too many points of a series', year, '', 'series(bucket: MINUTE) { opened }', '2000'],
    ['too many sources', year, `, filter: { source: [${many}] }`, 'opened', 'at most 100'],
    ['too many responders', year, `, filter: { responder: [${many}] }`, 'opened', 'at most 100'],
    ['no services', year, '', 'byService(first: 0) { service }', '1 to 500'],
    ['no services of a point', year, '', 'series(bucket: MONTH) { byService(first: 0) { service } }', '1 to 500'],
    ['no name of a label', year, '', 'byLabel(name: " ") { value }', '1 to 100'],
    ['too many noisy alerts', year, '', 'noisiestAlerts(first: 101) { title }', '1 to 100'],
    ['too many incidents', year, '', 'mtta { incidents(first: 501) { totalCount } }', '0 to 500'],
  ])('%s', async (_, range, rest, fields, bound) => {
    const query = `query ($range: TimeRangeInput!) { metrics(range: $range${rest}) { ${fields} } }`;
    const { errors } = await requestGraphQL(vigil, query, { range });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(bound);
  });

  it('and a range without incidents has no figures, not 0 minutes', async () => {
    const whole = await openMetrics(vigil.app, { range: { from: new Date(0), to: new Date(1000) } }).whole();
    for (const duration of ['acknowledge', 'resolve', 'firstResolve', 'respond'] as const) {
      expect(durationOf(whole, duration)).toMatchObject({
        n: 0,
        excluded: 0,
        meanSeconds: null,
        p50Seconds: null,
        maxSeconds: null,
      });
    }
  });
});
