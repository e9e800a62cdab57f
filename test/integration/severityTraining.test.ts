import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askForTraining } from '../../server/src/application/askForTraining.ts';
import { giveUpTraining, trainOnCorrections } from '../../server/src/application/trainOnCorrections.ts';
import type { TrainingId } from '../../server/src/domain/ids.ts';
import type { Severity } from '../../server/src/domain/severity.ts';
import type { SeverityTraining } from '../../server/src/domain/training.ts';
import { JobLost } from '../../server/src/jobs/jobHandler.ts';
import { openJobQueue } from '../../server/src/jobs/jobQueue.ts';
import { readStoredModel } from '../../server/src/persistence/learnedModels.ts';
import { insertTraining, readTraining } from '../../server/src/persistence/severityTrainings.ts';
import { correctIncidents, grace } from '../support/correctedIncidents.ts';
import { silentLog } from '../support/silentLog.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const mixed = Array.from({ length: 24 }, (_, place): Severity => (place % 2 === 0 ? 'CRITICAL' : 'LOW'));
const alike = mixed.map((): Severity => 'HIGH');
const range = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) };

let database: TestDatabase;
let vigil: TestVigil;
beforeEach(async () => {
  database = await createTestDatabase();
  vigil = await startVigil({ policy: 'name: by service\ngrouping: { by: service }', database });
});
afterEach(async () => {
  await vigil.close();
  await database.drop();
});

async function ended(id: TrainingId): Promise<SeverityTraining> {
  return vi.waitFor(
    async () => {
      const training = await readTraining(vigil.app.database.sql, id);
      if (training === null || training.state === 'RUNNING') throw new Error('it has not ended');
      return training;
    },
    { timeout: 20_000, interval: 50 },
  );
}

async function trainJobs(): Promise<number> {
  const [row] = await vigil.app.database.sql<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = 'train'`;
  return row?.count ?? 0;
}

async function ask(): Promise<SeverityTraining> {
  const { training, userErrors } = await askForTraining(vigil.app, grace, { range });
  expect(userErrors).toEqual([]);
  if (training === null) throw new Error('no training was begun');
  return training;
}

/** A training without a job: the test does what its worker would. */
async function begun(): Promise<TrainingId> {
  const id = vigil.app.newId<TrainingId>();
  const { sql } = vigil.app.database;
  const state = { state: 'RUNNING', endedAt: null, message: null, modelVersion: null } as const;
  await sql.begin((tx) => insertTraining(tx, { id, ...range, ...state, askedBy: 'Grace', askedAt: new Date() }));
  return id;
}

function attempt(signal: AbortSignal = new AbortController().signal) {
  return { signal, complete: vi.fn(async () => {}) };
}

test('one training runs at a time; who asks meanwhile is told of it, and no second job is added', async () => {
  await correctIncidents(vigil.app, mixed);
  const id = await begun();
  const { training, userErrors } = await askForTraining(vigil.app, grace, { range });
  expect(training).toMatchObject({ id, state: 'RUNNING', askedBy: 'Grace' });
  expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: ['input'] }]);
  expect(userErrors[0]?.message).toContain('for Grace');
  expect(await trainJobs()).toBe(0);
  await trainOnCorrections(vigil.app, id, attempt());
  const next = await ask();
  expect(await ended(next.id)).toMatchObject({ state: 'DONE', modelVersion: 2 });
});

test('two who ask at the same moment begin one training', async () => {
  await correctIncidents(vigil.app, mixed);
  const asked = await Promise.all([1, 2, 3].map(() => askForTraining(vigil.app, grace, { range })));
  expect(asked.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  expect(await trainJobs()).toBe(1);
});

test('what was asked of a server that has gone is done by the next one, once', async () => {
  await correctIncidents(vigil.app, mixed);
  const { policies, ...parts } = vigil.app;
  expect((await policies.active()).version).toBe(1);
  await vigil.app.jobs.close();
  const jobs = await openJobQueue({ url: database.url }, silentLog);
  const { training } = await askForTraining({ ...parts, jobs }, grace, { range });
  await jobs.close();
  await vigil.close();
  vigil = await startVigil({ database });
  const done = await ended(training?.id ?? vigil.app.newId<TrainingId>());
  expect(done).toMatchObject({ state: 'DONE', modelVersion: 1, askedBy: 'Grace' });
  expect(await readStoredModel(vigil.app.database.sql, null)).toMatchObject({ version: 1, trainedBy: 'Grace' });
});

test('an attempt that is stopped leaves the training to the next; one that has lost its job writes nothing', async () => {
  await correctIncidents(vigil.app, mixed);
  const id = await begun();
  const { sql } = vigil.app.database;
  const stopped = attempt(AbortSignal.abort(new Error('the server stops')));
  await expect(trainOnCorrections(vigil.app, id, stopped)).rejects.toThrow('the server stops');
  const lost = { ...attempt(), complete: () => Promise.reject(new JobLost('another attempt')) };
  await expect(trainOnCorrections(vigil.app, id, lost)).rejects.toThrow(JobLost);
  expect(await readTraining(sql, id)).toMatchObject({ state: 'RUNNING' });
  expect(await readStoredModel(sql, null)).toBeNull();

  const next = attempt();
  await trainOnCorrections(vigil.app, id, next);
  expect(next.complete).toHaveBeenCalledOnce();
  // The same job once more, as after a commit that the queue did not hear of.
  await trainOnCorrections(vigil.app, id, attempt());
  await giveUpTraining(vigil.app, id, 'too late', attempt());
  expect(await readTraining(sql, id)).toMatchObject({ state: 'DONE', modelVersion: 1 });
  expect(await readStoredModel(sql, null)).toMatchObject({ version: 1 });
});

test('one that learns nothing fails with what is missing, and may be asked for again', async () => {
  await correctIncidents(vigil.app, alike);
  const first = await ended((await ask()).id);
  expect(first).toMatchObject({ state: 'FAILED', modelVersion: null });
  expect(first.message).toContain('all alike');
  const second = await begun();
  await giveUpTraining(vigil.app, second, 'the disk is full', attempt());
  expect(await readTraining(vigil.app.database.sql, second)).toMatchObject({
    state: 'FAILED',
    message: 'It could not be done: the disk is full',
    endedAt: expect.any(Date),
  });
});

test('reading and learning give way to others whenever their turn is over', async () => {
  await correctIncidents(vigil.app, mixed);
  const id = await begun();
  let asked = 0;
  let given = 0;
  const turns = {
    isOver: () => {
      asked += 1;
      return asked % 10 === 0;
    },
    next: async () => {
      given += 1;
    },
  };
  await trainOnCorrections(vigil.app, id, attempt(), turns);
  // At every reading, and at every step of the learning after them.
  expect(asked).toBeGreaterThan(24 * 31);
  expect(given).toBe(Math.floor(asked / 10));
});
