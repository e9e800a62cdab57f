import { trainOnCorrections } from '../../../application/trainOnCorrections.ts';
import { readStoredModel } from '../../../persistence/learnedModels.ts';
import type { MutationResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { toUserError } from './incidents.ts';

export const learnedQueries = {
  severityModel: (_root, _args, { app }) => readStoredModel(app.database.sql, null),
} satisfies Partial<QueryResolvers>;

export const learnedMutations = {
  trainSeverityModel: async (_root, { input }, { app, viewer }) => {
    const { model, userErrors } = await trainOnCorrections(app, viewer, input);
    return { model, userErrors: userErrors.map(toUserError) };
  },
} satisfies Partial<MutationResolvers>;
