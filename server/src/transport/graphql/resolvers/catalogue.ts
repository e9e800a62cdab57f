import { importCatalogue, removeService, upsertService } from '../../../application/changeCatalogue.ts';
import { listLearnedGroups } from '../../../application/listLearnedGroups.ts';
import { listServices } from '../../../application/listServices.ts';
import type { MutationResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { toUserError } from './incidents.ts';

export const catalogueQueries = {
  services: (_root, args, { app }) => listServices(app, args),
  learnedGroups: async (_root, _args, { app }) => {
    const groups = await listLearnedGroups(app);
    return groups.map(({ services, pairs }) => ({ services: [...services], pairs: [...pairs] }));
  },
} satisfies Partial<QueryResolvers>;

export const catalogueMutations = {
  upsertService: async (_root, { input }, { app }) => {
    const { service, userErrors } = await upsertService(app, input);
    return { service, userErrors: userErrors.map(toUserError) };
  },
  removeService: async (_root, { input }, { app }) => {
    const { service, userErrors } = await removeService(app, input);
    return { service, userErrors: userErrors.map(toUserError) };
  },
  importCatalogue: async (_root, { input }, { app }) => {
    const { userErrors, ...counts } = await importCatalogue(app, input);
    return { ...counts, userErrors: userErrors.map(toUserError) };
  },
} satisfies Partial<MutationResolvers>;
