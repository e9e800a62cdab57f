import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncidentId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import { type Database, openDatabase } from '../../server/src/persistence/database.ts';
import {
  insertIncidents,
  readIncidents,
  takeNumbers,
  updateIncidents,
} from '../../server/src/persistence/incidents.ts';
import { randomId } from '../../server/src/persistence/randomId.ts';
import { send } from '../../server/src/persistence/statement.ts';
import { sampleIncident } from '../support/sampleIncident.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

let made: TestDatabase;
let database: Database;
let host: Incident;

beforeAll(async () => {
  made = await createTestDatabase();
  database = openDatabase({ url: made.url, maxConnections: 1 });
  host = await storedIncident();
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

async function storedIncident(): Promise<Incident> {
  const id = randomId<IncidentId>();
  const [number = 0] = await takeNumbers(database.sql, 1);
  const incident = sampleIncident(id, { number, groupKey: id });
  await database.sql.begin((tx) => send(tx, insertIncidents([incident])));
  return incident;
}

/** Another value for each field but the id, and the number, which is given once. */
function otherValues({ decision, memory }: Incident): Omit<Incident, 'id' | 'number'> {
  const later = new Date('2026-03-02T08:00:00.000Z');
  return {
    title: 'Checkout is down',
    service: 'payment',
    source: 'vigil',
    severity: 'CRITICAL',
    highestSeverity: 'CRITICAL',
    status: 'RESOLVED',
    stress: 80,
    risk: 0.9,
    signalCount: 7,
    firingAlertCount: 0,
    decision: { ...decision, reason: 'somebody knows more' },
    openedAt: later,
    firstAcknowledgedAt: later,
    acknowledgedAt: later,
    acknowledgedBy: 'ada',
    firstResolvedAt: later,
    resolvedAt: later,
    resolvedBy: 'grace',
    resolvedByRule: true,
    reopenCount: 2,
    lastSignalAt: later,
    criticalAt: later,
    nextEscalationAt: later,
    firstEscalatedAt: later,
    escalationsFired: 3,
    escalationEpisode: 4,
    acknowledgementLapsesAt: later,
    firstSnoozedAt: later,
    snoozedUntil: later,
    assignee: 'ada',
    overriddenSeverity: 'LOW',
    overriddenBy: 'grace',
    overrideReason: 'a drill',
    mergedInto: host.id,
    parentId: host.id,
    reviewAt: later,
    updatedAt: later,
    historical: true,
    policyVersion: 2,
    groupKey: 'service payment',
    labels: [{ name: 'region', value: 'eu' }],
    memory: { ...memory, loadFast: 0.5 },
  };
}

test('an update stores whatever has changed of an incident, be it one field alone', async () => {
  const before = await storedIncident();
  for (const [field, value] of Object.entries(otherValues(before))) {
    const incident: Incident = { ...before, [field]: value };
    await database.sql.begin((tx) => send(tx, updateIncidents([{ before, incident }])));
    expect(await readIncidents(database.sql, [before.id]), field).toEqual([incident]);
    await database.sql.begin((tx) => send(tx, updateIncidents([{ before: incident, incident: before }])));
  }
  expect(await readIncidents(database.sql, [before.id])).toEqual([before]);
});

test('incidents that differ in little and in much are stored together', async () => {
  const [few, many] = [await storedIncident(), await storedIncident()];
  const updates = [
    { before: few, incident: { ...few, signalCount: 2 } },
    { before: many, incident: { ...many, signalCount: 3, assignee: 'ada' } },
  ];
  await database.sql.begin((tx) => send(tx, updateIncidents(updates)));
  const ids = [few.id, many.id];
  expect(new Map((await readIncidents(database.sql, ids)).map((incident) => [incident.id, incident]))).toEqual(
    new Map(updates.map(({ incident }) => [incident.id, incident])),
  );
});
