import { createApiToken, listApiTokens, revokeApiToken } from '../../../application/tokens.ts';
import type { MutationResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { toUserError } from './incidents.ts';

export const tokenQueries = {
  viewer: (_root, _args, { viewer }) => viewer,
  apiTokens: (_root, _args, { app }) => listApiTokens(app),
} satisfies Partial<QueryResolvers>;

export const tokenMutations = {
  createApiToken: async (_root, { input }, { app }) => {
    const { token, secret, userErrors } = await createApiToken(app, input);
    return { token, secret, userErrors: userErrors.map(toUserError) };
  },
  revokeApiToken: async (_root, { input }, { app, authenticator }) => {
    const { token, userErrors } = await revokeApiToken(app, input.id);
    if (token !== null) authenticator.revoked(token.id);
    return { token, userErrors: userErrors.map(toUserError) };
  },
} satisfies Partial<MutationResolvers>;
