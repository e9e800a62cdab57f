import { makeExecutableSchema } from '@graphql-tools/schema';
import { readSdl } from '@vigil/schema/sdl';
import type { GraphQLSchema } from 'graphql';
import type { Resolvers } from './__generated__/resolvers.ts';
import type { GraphQLContext } from './context.ts';
import { dateTime } from './dateTime.ts';
import { backtestQueries } from './resolvers/backtest.ts';
import { catalogueMutations, catalogueQueries } from './resolvers/catalogue.ts';
import { connectionResolvers } from './resolvers/connections.ts';
import { incidentFields, incidentMutations, incidentQueries } from './resolvers/incidents.ts';
import { learnedMutations, learnedQueries, severityTrainingFields } from './resolvers/learned.ts';
import { metricsFields, metricsQueries } from './resolvers/metrics.ts';
import { policyActivationFields, policyFields, policyMutations, policyQueries } from './resolvers/policies.ts';
import { signalMutations, signalQueries } from './resolvers/signals.ts';
import { subscriptions } from './resolvers/subscriptions.ts';
import { suppressionFields, suppressionMutations, suppressionQueries } from './resolvers/suppression.ts';
import { tokenMutations, tokenQueries } from './resolvers/tokens.ts';

const resolvers: Resolvers = {
  DateTime: dateTime,
  Query: {
    ...incidentQueries,
    ...metricsQueries,
    ...policyQueries,
    ...backtestQueries,
    ...catalogueQueries,
    ...learnedQueries,
    ...suppressionQueries,
    ...tokenQueries,
    ...signalQueries,
  },
  Mutation: {
    ...signalMutations,
    ...incidentMutations,
    ...policyMutations,
    ...catalogueMutations,
    ...learnedMutations,
    ...suppressionMutations,
    ...tokenMutations,
  },
  Subscription: subscriptions,
  Incident: incidentFields,
  ...metricsFields,
  Policy: policyFields,
  PolicyActivation: policyActivationFields,
  SeverityTraining: severityTrainingFields,
  ...suppressionFields,
  ...connectionResolvers,
};

/** The contract with what stands behind it. */
export function createSchema(): GraphQLSchema {
  return makeExecutableSchema<GraphQLContext>({
    typeDefs: readSdl(),
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
}
