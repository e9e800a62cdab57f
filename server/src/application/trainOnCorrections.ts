import type { Viewer } from '../domain/access.ts';
import type { IncidentId } from '../domain/ids.ts';
import type { UserError } from '../domain/userError.ts';
import { type BaselineState, baselineKeys, updatedBaselines } from '../engines/baseline.ts';
import { evaluateHeldOut, type Sample, trainSeverityModel } from '../engines/learnedSeverity.ts';
import type { Policy } from '../engines/policy.ts';
import { featuresOf } from '../engines/severityFeatures.ts';
import { raiseKnowledgeVersion } from '../persistence/catalogue.ts';
import { insertModel, type StoredModel } from '../persistence/learnedModels.ts';
import {
  readReadingPage,
  readSeverityCorrections,
  type SeverityCorrection,
  type StoredReading,
} from '../persistence/severityOverrides.ts';
import type { App } from './app.ts';
import { InvalidArgument } from './invalidArgument.ts';
import { checkRange, type TimeRange } from './metricsRange.ts';

type TrainingApp = Pick<App, 'database' | 'clock' | 'policies'>;

export interface TrainingPayload {
  readonly model: StoredModel | null;
  readonly userErrors: readonly UserError[];
}

const longestMs = 31 * 86_400_000;
const pageSize = 2_000;
const lowestId = '00000000-0000-0000-0000-000000000000';
/** What is learned from fewer is chance. */
const fewestCorrections = 20;
const mostCorrections = 5_000;
/** Of the corrections, in time, that the evaluated model is trained on; the stored one is trained on all. */
const trainShare = 0.7;

/**
 * Learns from the severities that people gave incidents: reads the stored signals of a range again, keeps the baselines that they were
 * decided with, and takes from each corrected incident the last signal with readings before the correction.
 */
export async function trainOnCorrections(
  app: TrainingApp,
  viewer: Viewer,
  { range }: { range: TimeRange },
): Promise<TrainingPayload> {
  checkRange(range);
  if (range.to.getTime() - range.from.getTime() > longestMs)
    throw new InvalidArgument(['input', 'range'], 'range is longer than 31 days');
  const corrections = await readSeverityCorrections(app.database.sql, { from: range.from, limit: mostCorrections });
  const refusal = (message: string): TrainingPayload => {
    return { model: null, userErrors: [{ code: 'INVALID', message, field: ['input', 'range'] }] };
  };
  const tooFew = (count: number) =>
    refusal(
      `There are ${count} corrected incidents with readings in this range; expected ${fewestCorrections} at least`,
    );
  if (corrections.length < fewestCorrections) return tooFew(corrections.length);
  const samples = await readSamples(app, corrections, range);
  if (samples.length < fewestCorrections) return tooFew(samples.length);
  const learned = trainSeverityModel(samples, 0);
  if (learned === null) return refusal('The corrections are all alike: expected five on both sides of some severity');
  const heldOut = evaluateHeldOut(samples, trainShare);

  const model = await app.database.sql.begin(async (tx) => {
    const version = await raiseKnowledgeVersion(tx, 'model');
    const stored: StoredModel = {
      version,
      model: { ...learned, version },
      samples: samples.length,
      heldOut,
      trainedBy: viewer.name,
      trainedAt: await app.clock.now(tx),
    };
    await insertModel(tx, stored);
    return stored;
  });
  return { model, userErrors: [] };
}

async function readSamples(
  app: TrainingApp,
  corrections: readonly SeverityCorrection[],
  { from, to }: TimeRange,
): Promise<Sample[]> {
  const active = await app.policies.active();
  const policy: Policy = { ...active.policy, profile: 'load-v2', learned: 'shadow' };
  const byIncident = new Map(corrections.map((correction) => [correction.incidentId, correction]));
  const services = [...new Set(corrections.map(({ service }) => service))];
  const samples = new Map<IncidentId, Sample>();
  const baselines = new Map<string, BaselineState>();
  let after = { receivedAt: new Date(from.getTime() - 1), id: lowestId };
  for (;;) {
    const page = await readReadingPage(app.database.sql, { services, after, to, limit: pageSize });
    const last = page.at(-1);
    if (last === undefined) break;
    for (const one of page) {
      const correction = one.incidentId === null ? undefined : byIncident.get(one.incidentId);
      if (correction !== undefined && one.receivedAt <= correction.at) {
        const sample = sampleOf(one, correction, baselines, policy);
        if (sample !== null) samples.set(correction.incidentId, sample);
      }
      for (const [key, state] of updatedBaselines(baselines, one, one.occurredAt, policy)) baselines.set(key, state);
    }
    after = last;
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
