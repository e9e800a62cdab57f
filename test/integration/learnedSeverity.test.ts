import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
beforeAll(async () => {
  vigil = await startVigil({ policy: 'name: learning\nprofile: load-v2\nlearned: shadow\n' });
});
afterAll(() => vigil.close());

const begin = Date.parse('2026-03-01T00:00:00Z');
const range = {
  from: new Date(Date.now() - 86_400_000).toISOString(),
  to: new Date(Date.now() + 86_400_000).toISOString(),
};

interface Shadow {
  severity: string;
  probability: number;
  modelVersion: number;
  factors: { name: string; contribution: number; note: string }[];
}

interface Answer {
  incident: { id: string } | null;
  decision: { severity: string; shadow: Shadow | null };
}

const decision =
  'decision { severity shadow { severity probability modelVersion factors { name contribution note } } }';

/** An hour of a service: sixty usual readings, then a jump of its CPU or of its queue, each as an incident of its own. */
function story(service: string, metric: 'cpu_percent' | 'queue_depth', hour: number) {
  const at = (minute: number) => new Date(begin + (hour * 60 + minute) * 60_000).toISOString();
  const base = { source: 'test', service, title: 'Readings', historical: true };
  const usual = Array.from({ length: 30 }, (_, minute) => ({
    ...base,
    occurredAt: at(minute),
    metrics: [
      { name: 'cpu_percent', value: 20 + (minute % 3) },
      { name: 'queue_depth', value: 20 + (minute % 3) },
    ],
  }));
  const jump = ['cpu_percent', 'queue_depth'].map((name) => ({ name, value: name === metric ? 60 : 21 }));
  return [...usual, { ...base, occurredAt: at(30), reportedSeverity: 'MEDIUM', metrics: jump }];
}

async function send(inputs: readonly object[]): Promise<Answer[]> {
  const { data, errors } = await requestGraphQL<{ ingestSignals: { results: Answer[] } }>(
    vigil,
    `mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { results { incident { id } ${decision} } } }`,
    { inputs },
  );
  expect(errors).toBeUndefined();
  return data?.ingestSignals.results ?? [];
}

interface Training {
  id: string;
  state: string;
}

/** Asks for a training, and follows it to its end as a client does. */
async function train() {
  const model =
    'model { version samples trainedBy heldOut { trainedOn rules { n f1 } model { n f1 precision recall } } }';
  const { data, errors } = await requestGraphQL<{
    trainSeverityModel: { model: null; training: Training | null; userErrors: { message: string }[] };
  }>(
    vigil,
    `mutation ($input: TrainSeverityModelInput!) { trainSeverityModel(input: $input) {
      model { version } training { id state endedAt message } userErrors { code message field } } }`,
    { input: { range } },
  );
  expect(errors).toBeUndefined();
  const asked = data?.trainSeverityModel;
  if (asked?.training == null) return asked;
  expect(asked).toMatchObject({ model: null, training: { state: 'RUNNING', endedAt: null, message: null } });
  const { id } = asked.training;
  const training = await vi.waitFor(
    async () => {
      const followed = await requestGraphQL<{ severityTraining: Training | null }>(
        vigil,
        `query ($id: ID) { severityTraining(id: $id) { id state from to askedBy askedAt endedAt message ${model} } }`,
        { id },
      );
      expect(followed.errors).toBeUndefined();
      expect(followed.data?.severityTraining?.state).not.toBe('RUNNING');
      return followed.data?.severityTraining;
    },
    { timeout: 20_000, interval: 100 },
  );
  return { training, userErrors: asked.userErrors };
}

test('a model is learned from corrected severities, and speaks beside the rules', async () => {
  expect(await train()).toMatchObject({
    model: null,
    training: null,
    userErrors: [{ code: 'INVALID', field: ['input', 'range'] }],
  });

  // People hold a long queue for grave, and a busy CPU for nothing.
  for (let index = 0; index < 24; index += 1) {
    const metric = index % 2 === 0 ? 'queue_depth' : 'cpu_percent';
    const answers = await send(story(`service-${index}`, metric, index));
    const last = answers.at(-1);
    expect(last?.decision.shadow).toBeNull();
    const { data, errors } = await requestGraphQL<{ overrideSeverity: { userErrors: object[] } }>(
      vigil,
      'mutation ($input: OverrideSeverityInput!) { overrideSeverity(input: $input) { userErrors { message } } }',
      { input: { id: last?.incident?.id, severity: index % 2 === 0 ? 'CRITICAL' : 'LOW', reason: 'seen before' } },
    );
    expect(errors).toBeUndefined();
    expect(data?.overrideSeverity.userErrors).toEqual([]);
  }

  const trained = await train();
  expect(trained).toMatchObject({
    userErrors: [],
    training: {
      state: 'DONE',
      ...range,
      askedBy: 'admin',
      askedAt: expect.any(String),
      endedAt: expect.any(String),
      message: 'Learned from 24 corrected incidents',
      model: { version: 1, samples: 24, trainedBy: 'admin', heldOut: { trainedOn: 16, model: { n: 8, f1: 1 } } },
    },
  });
  const read = await requestGraphQL(vigil, '{ severityModel { version samples } }');
  expect(read.data).toEqual({ severityModel: { version: 1, samples: 24 } });

  const [queue, cpu] = await Promise.all([
    send(story('queueing', 'queue_depth', 100)),
    send(story('computing', 'cpu_percent', 100)),
  ]);
  const shadowOf = (answers: readonly Answer[]) => answers.at(-1)?.decision.shadow;
  expect(shadowOf(queue)).toMatchObject({ severity: 'CRITICAL', modelVersion: 1 });
  expect(shadowOf(queue)?.factors[0]?.name).toContain('queue_depth');
  expect(shadowOf(cpu)).toMatchObject({ severity: 'LOW' });
  const sum = shadowOf(queue)?.factors.reduce((all, { contribution }) => all + contribution, 0) ?? 0;
  expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(shadowOf(queue)?.probability ?? 0, 9);
  // It decides nothing: both are what was reported, or what the readings make of it.
  expect(queue.at(-1)?.decision.severity).not.toBe('LOW');
}, 60_000);
