import { afterAll, beforeAll, expect, it } from 'vitest';
import { acknowledgeIncident } from '../../server/src/application/acknowledgeIncident.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import type { Severity } from '../../server/src/domain/severity.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const ada: Viewer = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'RESPONDER' };
let vigil: TestVigil;
beforeAll(async () => {
  vigil = await startVigil({ policy: 'profile: load-v2\nname: by service\ngrouping: { by: service }' });
});
afterAll(() => vigil.close());

async function open(service: string, reportedSeverity: Severity): Promise<Incident> {
  const [result] = await ingestSignals(vigil.app, [{ ok: true, signal: newSignal({ service, reportedSeverity }) }]);
  if (result === undefined || result.outcome === 'REJECTED' || result.incident === null) throw new Error('not opened');
  return result.incident;
}

async function scrape(): Promise<Map<string, number>> {
  const response = await fetch(`${vigil.url}/metrics`, { headers: { authorization: `Bearer ${vigil.token}` } });
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

it('Prometheus gets to know what is open, how soon people came, and how the service level stands', async () => {
  const [first, second] = [await open('a', 'CRITICAL'), await open('b', 'CRITICAL')];
  await open('c', 'HIGH');
  vigil.advance(120_000);
  await acknowledgeIncident(vigil.app, ada, { id: first.id });
  vigil.advance(360_000);
  await acknowledgeIncident(vigil.app, ada, { id: second.id });
  await resolveIncident(vigil.app, ada, { id: second.id });
  const figures = await scrape();
  expect(figures.get('vigil_incident_figures_up')).toBe(1);
  expect(figures.get('vigil_incidents_open{severity="CRITICAL",status="ACKNOWLEDGED"}')).toBe(1);
  expect(figures.get('vigil_incidents_open{severity="HIGH",status="OPEN"}')).toBe(1);
  expect(figures.get('vigil_incidents_open{severity="LOW",status="OPEN"}')).toBe(0);
  expect(figures.get('vigil_incidents_oldest_open_seconds{severity="HIGH",status="OPEN"}')).toBeGreaterThanOrEqual(480);
  expect(figures.has('vigil_incidents_oldest_open_seconds{severity="LOW",status="OPEN"}')).toBe(false);
  expect(figures.get('vigil_incidents_opened_last_day{severity="CRITICAL"}')).toBe(2);
  expect(figures.get('vigil_time_to_acknowledge_incidents{severity="CRITICAL"}')).toBe(2);
  const median = figures.get('vigil_time_to_acknowledge_seconds{severity="CRITICAL",quantile="0.5"}');
  expect(median).toBeGreaterThanOrEqual(300);
  expect(median).toBeLessThan(330);
  expect(figures.has('vigil_time_to_resolve_seconds{severity="HIGH",quantile="0.5"}')).toBe(false);
  expect(figures.get('vigil_time_to_respond_incidents{severity="HIGH"}')).toBe(0);
  expect(figures.get('vigil_service_level_share{severity="CRITICAL"}')).toBe(0.5);
  expect(figures.get('vigil_service_level_error_budget_left{severity="CRITICAL"}')).toBeCloseTo(-9);
  const own = [...figures.keys()].filter((name) => /^vigil_(incident|time_to|service)/.test(name));
  expect(own.length).toBeLessThan(100);
});
