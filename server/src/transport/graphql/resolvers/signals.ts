import type { IngestResult } from '../../../application/ingestResult.ts';
import { ingestSignals } from '../../../application/ingestSignals.ts';
import { InvalidArgument } from '../../../application/invalidArgument.ts';
import { parseSignal } from '../../../application/parseSignal.ts';
import type { Bridge } from '../../../bridges/bridge.ts';
import { bridges } from '../../../bridges/registry.ts';
import { readSignalSources } from '../../../persistence/signalSources.ts';
import { maxSignalsPerRequest } from '../../bounds.ts';
import type { MutationResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { toUserError } from './incidents.ts';

export const signalQueries = {
  bridges: () =>
    Object.values<Bridge>(bridges).map(({ name, guide: { title, setup, sample, path } }) => {
      return { name, title, setup, path: path ?? `/bridges/${name}`, sample: JSON.stringify(sample, null, 2) };
    }),
  signalSources: (_root, _args, { app }) => readSignalSources(app.database.sql),
} satisfies Partial<QueryResolvers>;

export const signalMutations = {
  ingestSignal: async (_root, { input }, { app, figures, serverTime }) => {
    const parsed = parseSignal(input, ['input'], await serverTime.now());
    const results = await ingestSignals(app, [parsed]);
    figures.countIngest(results);
    const [result] = results;
    if (result === undefined) throw new Error('The signal was not answered');
    return payloadOf(result);
  },
  ingestSignals: async (_root, { inputs }, { app, figures, serverTime }) => {
    if (inputs.length > maxSignalsPerRequest) {
      const message = `inputs has ${inputs.length} signals, at most ${maxSignalsPerRequest} are allowed`;
      throw new InvalidArgument(['inputs'], message);
    }
    const now = await serverTime.now();
    const results = await ingestSignals(
      app,
      inputs.map((input, index) => parseSignal(input, ['inputs', String(index)], now)),
    );
    figures.countIngest(results);
    const rejected = results.filter(({ outcome }) => outcome === 'REJECTED').length;
    return { results: results.map(payloadOf), accepted: results.length - rejected, rejected };
  },
} satisfies Partial<MutationResolvers>;

function payloadOf(result: IngestResult) {
  if (result.outcome === 'REJECTED') {
    const nothing = { signal: null, incident: null, decision: null, escalations: [] };
    return { ...nothing, outcome: result.outcome, userErrors: result.userErrors.map(toUserError) };
  }
  const { signal, incident, decision, outcome, escalations } = result;
  return { signal, incident, decision, outcome, escalations: [...escalations], userErrors: [] };
}
