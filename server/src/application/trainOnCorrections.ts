import type { IncidentId, TrainingId } from '../domain/ids.ts';
import type { SeverityTraining } from '../domain/training.ts';
import { type BaselineState, baselineKeys, updatedBaselines } from '../engines/baseline.ts';
import type { LearnedModel } from '../engines/learnedModel.ts';
import {
  evaluateHeldOutInSteps,
  type HeldOut,
  type Sample,
  trainSeverityModelInSteps,
} from '../engines/learnedSeverity.ts';
import type { Policy } from '../engines/policy.ts';
import { featuresOf } from '../engines/severityFeatures.ts';
import type { JobRun } from '../jobs/jobHandler.ts';
import { raiseKnowledgeVersion } from '../persistence/catalogue.ts';
import { insertModel } from '../persistence/learnedModels.ts';
import {
  readReadingPage,
  readSeverityCorrections,
  type SeverityCorrection,
  type StoredReading,
} from '../persistence/severityOverrides.ts';
import { endTraining, readTraining } from '../persistence/severityTrainings.ts';
import type { App } from './app.ts';
import { pagesInTime } from './pagesInTime.ts';
import { inTurns, type Turns, takeTurns } from './turns.ts';

type TrainingApp = Pick<App, 'database' | 'clock' | 'policies'>;

/** What is learned from fewer is chance. */
export const fewestCorrections = 20;
const mostCorrections = 5_000;
/** Of the corrections, in time, that the evaluated model is trained on; the stored one is trained on all. */
const trainShare = 0.7;

type Learned =
  | { readonly ok: true; readonly model: LearnedModel; readonly samples: number; readonly heldOut: HeldOut | null }
  | { readonly ok: false; readonly message: string };

/**
 * Does what a training was asked for, and writes the model, the training's end and the job's end in one transaction. A training that has
 * ended already is left alone. Others on the event loop have their turns meanwhile.
 */
export async function trainOnCorrections(
  app: TrainingApp,
  id: TrainingId,
  run: Pick<JobRun, 'signal' | 'complete'>,
  turns: Turns = takeTurns(),
): Promise<void> {
  const { sql } = app.database;
  const training = await readTraining(sql, id);
  if (training?.state !== 'RUNNING') return;
  const learned = await learn(app, training, turns, run.signal);
  await sql.begin(async (tx) => {
    await run.complete(tx);
    const endedAt = await app.clock.now(tx);
    if (!learned.ok) {
      await endTraining(tx, id, { state: 'FAILED', endedAt, message: learned.message, modelVersion: null });
      return;
    }
    const { model, samples, heldOut } = learned;
    const version = await raiseKnowledgeVersion(tx, 'model');
    const stored = { version, model: { ...model, version }, samples, heldOut };
    await insertModel(tx, { ...stored, trainedBy: training.askedBy, trainedAt: endedAt });
    const message = `Learned from ${samples} corrected incidents`;
    await endTraining(tx, id, { state: 'DONE', endedAt, message, modelVersion: version });
  });
}

/** After the last attempt has failed: whoever asked is told, and may ask again. */
export async function giveUpTraining(
  app: TrainingApp,
  id: TrainingId,
  reason: string,
  run: Pick<JobRun, 'complete'>,
): Promise<void> {
  await app.database.sql.begin(async (tx) => {
    await run.complete(tx);
    const message = `It could not be done: ${reason}`;
    await endTraining(tx, id, { state: 'FAILED', endedAt: await app.clock.now(tx), message, modelVersion: null });
  });
}

export function tooFewCorrections(count: number): string {
  return `There are ${count} corrected incidents with readings in this range; expected ${fewestCorrections} at least`;
}

async function learn(
  app: TrainingApp,
  range: Pick<SeverityTraining, 'from' | 'to'>,
  turns: Turns,
  stopped: AbortSignal,
): Promise<Learned> {
  const corrections = await readSeverityCorrections(app.database.sql, { from: range.from, limit: mostCorrections });
  const samples = await readSamples(app, corrections, range, turns, stopped);
  if (samples.length < fewestCorrections) return { ok: false, message: tooFewCorrections(samples.length) };
  const model = await inTurns(trainSeverityModelInSteps(samples, 0), turns, stopped);
  if (model === null) {
    return { ok: false, message: 'The corrections are all alike: expected five on both sides of some severity' };
  }
  const heldOut = await inTurns(evaluateHeldOutInSteps(samples, trainShare), turns, stopped);
  return { ok: true, model, samples: samples.length, heldOut };
}

/**
 * Reads the stored signals of a range again, keeps the baselines that they were decided with, and takes from each corrected incident the
 * last signal with readings before the correction.
 */
async function readSamples(
  app: TrainingApp,
  corrections: readonly SeverityCorrection[],
  range: Pick<SeverityTraining, 'from' | 'to'>,
  turns: Turns,
  stopped: AbortSignal,
): Promise<Sample[]> {
  const active = await app.policies.active();
  const policy: Policy = { ...active.policy, profile: 'load-v2', learned: 'shadow' };
  const byIncident = new Map(corrections.map((correction) => [correction.incidentId, correction]));
  const services = [...new Set(corrections.map(({ service }) => service))];
  const samples = new Map<IncidentId, Sample>();
  const baselines = new Map<string, BaselineState>();
  const pages = pagesInTime(
    range,
    (page) => readReadingPage(app.database.sql, { services, ...page }),
    (reading) => reading,
  );
  for await (const page of pages) {
    for (const one of page) {
      stopped.throwIfAborted();
      if (turns.isOver()) await turns.next();
      const correction = one.incidentId === null ? undefined : byIncident.get(one.incidentId);
      if (correction !== undefined && one.receivedAt <= correction.at) {
        const sample = sampleOf(one, correction, baselines, policy);
        if (sample !== null) samples.set(correction.incidentId, sample);
      }
      for (const [key, state] of updatedBaselines(baselines, one, one.occurredAt, policy)) baselines.set(key, state);
    }
  }
  return [...samples.values()];
}

/** Null when the signal has no readings, or when nothing is known yet of what is usual for them. */
function sampleOf(
  reading: StoredReading,
  { severity, at }: SeverityCorrection,
  baselines: ReadonlyMap<string, BaselineState>,
  policy: Policy,
): Sample | null {
  const [key] = baselineKeys(reading, policy);
  const state = key === undefined ? undefined : baselines.get(key);
  if (reading.state !== 'FIRING') return null;
  const features = featuresOf(reading, state?.kind === 'decayed' ? state : null, policy);
  return features.length === 0 ? null : { atMs: at.getTime(), features, severity, rules: reading.severity };
}
