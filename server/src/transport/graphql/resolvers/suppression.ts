import { createMaintenanceWindow } from '../../../application/createMaintenanceWindow.ts';
import { createSilence } from '../../../application/createSilence.ts';
import { deleteMaintenanceWindow } from '../../../application/deleteMaintenanceWindow.ts';
import { expireSilence } from '../../../application/expireSilence.ts';
import { listMaintenanceWindows, listSilences, listSuppressedAlerts } from '../../../application/listSuppressions.ts';
import { checkOpenings, previewMaintenance } from '../../../application/previewMaintenance.ts';
import { previewMatchers } from '../../../application/previewMatchers.ts';
import { type Opening, openingOf, openingsFrom, openUntil } from '../../../engines/maintenance.ts';
import { formatMatcher } from '../../../engines/matchers.ts';
import { silenceStateOf } from '../../../engines/silence.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from '../__generated__/resolvers.ts';
import type { GraphQLContext } from '../context.ts';
import { toUserError } from './incidents.ts';

export const suppressionQueries = {
  silences: (_root, args, { app }) => listSilences(app, args),
  maintenanceWindows: (_root, args, { app }) => listMaintenanceWindows(app, args),
  maintenancePreview: async (_root, { schedule, first }, { app }) => {
    const { openings, userErrors } = await previewMaintenance(app, schedule, first);
    return { occurrences: openings.map(toOccurrence), userErrors: userErrors.map(toUserError) };
  },
  matcherPreview: async (_root, { matchers }, { app }) => {
    const { count, alerts, userErrors } = await previewMatchers(app, matchers);
    return {
      count,
      alerts: alerts.map((alert) => ({ ...alert, labels: [...alert.labels] })),
      userErrors: userErrors.map(toUserError),
    };
  },
  suppressedAlerts: (_root, args, { app }) => listSuppressedAlerts(app, args),
} satisfies Partial<QueryResolvers>;

export const suppressionMutations = {
  createSilence: async (_root, { input }, { app, viewer }) => {
    const { silence, userErrors } = await createSilence(app, viewer, input);
    return { silence, userErrors: userErrors.map(toUserError) };
  },
  expireSilence: async (_root, { input }, { app, viewer }) => {
    const { silence, userErrors } = await expireSilence(app, viewer, input);
    return { silence, userErrors: userErrors.map(toUserError) };
  },
  createMaintenanceWindow: async (_root, { input }, { app, viewer }) => {
    const { maintenanceWindow, userErrors } = await createMaintenanceWindow(app, viewer, input);
    return { maintenanceWindow, userErrors: userErrors.map(toUserError) };
  },
  deleteMaintenanceWindow: async (_root, { input }, { app, viewer }) => {
    const { maintenanceWindow, userErrors } = await deleteMaintenanceWindow(app, viewer, input);
    return { maintenanceWindow, userErrors: userErrors.map(toUserError) };
  },
} satisfies Partial<MutationResolvers>;

export const suppressionFields = {
  Decision: { suppressedBy: ({ suppressedBy }) => [...(suppressedBy ?? [])] },
  Matcher: { text: (matcher) => formatMatcher(matcher) },
  Silence: {
    from: ({ startsAt }) => startsAt,
    until: ({ endsAt }) => endsAt,
    state: async (silence, _args, context) => silenceStateOf(silence, await nowOf(context)),
  },
  MaintenanceWindow: {
    from: ({ startsAt }) => startsAt,
    until: (window) => openingOf(window.startsAt.getTime(), window).endsAt,
    lastUntil: ({ endsAt }) => endsAt,
    open: async (window, _args, context) => openUntil(window, await nowOf(context)) !== null,
    occurrences: async (window, { first }, context) => {
      checkOpenings(first);
      const now = await nowOf(context);
      const { endsAt, deletedBy } = window;
      if (deletedBy !== null || (endsAt !== null && endsAt <= now)) return [];
      return openingsFrom(window, now, first).map(toOccurrence);
    },
  },
} satisfies Partial<Resolvers>;

const moments = new WeakMap<GraphQLContext, Promise<Date>>();

/** One moment for all of an answer, and exact: what is over to the database is shown as over. */
function nowOf(context: GraphQLContext): Promise<Date> {
  const known = moments.get(context) ?? context.app.clock.now();
  moments.set(context, known);
  return known;
}

function toOccurrence({ startsAt, endsAt }: Opening) {
  return { from: startsAt, until: endsAt };
}
