import { backtestPolicy } from '../../../application/backtestPolicy.ts';
import type { QueryResolvers } from '../__generated__/resolvers.ts';

export const backtestQueries = {
  backtestPolicy: (_root, { input }, { app }) => backtestPolicy(app, input),
} satisfies Partial<QueryResolvers>;
