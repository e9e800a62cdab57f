import { askForTraining } from '../../../application/askForTraining.ts';
import { readStoredModel } from '../../../persistence/learnedModels.ts';
import { readLastTraining, readTraining } from '../../../persistence/severityTrainings.ts';
import type { MutationResolvers, QueryResolvers, SeverityTrainingResolvers } from '../__generated__/resolvers.ts';
import { toUserError } from './incidents.ts';

export const learnedQueries = {
  severityModel: (_root, _args, { app }) => readStoredModel(app.database.sql, null),
  severityTraining: (_root, { id }, { app }) =>
    id == null ? readLastTraining(app.database.sql) : readTraining(app.database.sql, id),
} satisfies Partial<QueryResolvers>;

export const learnedMutations = {
  trainSeverityModel: async (_root, { input }, { app, viewer }) => {
    const { training, userErrors } = await askForTraining(app, viewer, input);
    return { training, model: null, userErrors: userErrors.map(toUserError) };
  },
} satisfies Partial<MutationResolvers>;

export const severityTrainingFields = {
  model: ({ modelVersion }, _args, { app }) =>
    modelVersion === null ? null : readStoredModel(app.database.sql, modelVersion),
} satisfies Partial<SeverityTrainingResolvers>;
