import { acknowledgeIncident } from '../../../application/acknowledgeIncident.ts';
import { addNote } from '../../../application/addNote.ts';
import { assignIncident } from '../../../application/assignIncident.ts';
import { listIncidents } from '../../../application/listIncidents.ts';
import { mergeIncident, unmergeIncident } from '../../../application/mergeIncident.ts';
import { overrideSeverity } from '../../../application/overrideSeverity.ts';
import { readAlerts } from '../../../application/readAlerts.ts';
import { readIncident } from '../../../application/readIncident.ts';
import { readFirst } from '../../../application/readNotifications.ts';
import { readTimeline } from '../../../application/readTimeline.ts';
import { reopenIncident } from '../../../application/reopenIncident.ts';
import { resolveIncident } from '../../../application/resolveIncident.ts';
import { snoozeIncident, unsnoozeIncident } from '../../../application/snoozeIncident.ts';
import { unacknowledgeIncident } from '../../../application/unacknowledgeIncident.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { UserError } from '../../../domain/userError.ts';
import { actionFor } from '../../../engines/action.ts';
import { sliceSeconds } from '../../../engines/signalHistory.ts';
import { isSystemic } from '../../../engines/systemicGroup.ts';
import type { IncidentResolvers, MutationResolvers, QueryResolvers } from '../__generated__/resolvers.ts';

export const incidentQueries = {
  incident: (_root, { id, asOf }, { app }) => readIncident(app, id, asOf ?? null),
  incidents: (_root, args, { app }) => listIncidents(app, args),
} satisfies Partial<QueryResolvers>;

export const incidentMutations = {
  acknowledgeIncident: async (_root, { input }, { app, viewer }) =>
    payloadOf(await acknowledgeIncident(app, viewer, input)),
  unacknowledgeIncident: async (_root, { input }, { app, viewer }) =>
    payloadOf(await unacknowledgeIncident(app, viewer, input)),
  resolveIncident: async (_root, { input }, { app, viewer }) => payloadOf(await resolveIncident(app, viewer, input)),
  reopenIncident: async (_root, { input }, { app, viewer }) => payloadOf(await reopenIncident(app, viewer, input)),
  addNote: async (_root, { input }, { app, viewer }) => payloadOf(await addNote(app, viewer, input)),
  snoozeIncident: async (_root, { input }, { app, viewer }) => payloadOf(await snoozeIncident(app, viewer, input)),
  unsnoozeIncident: async (_root, { input }, { app, viewer }) => payloadOf(await unsnoozeIncident(app, viewer, input)),
  assignIncident: async (_root, { input }, { app, viewer }) => payloadOf(await assignIncident(app, viewer, input)),
  overrideSeverity: async (_root, { input }, { app, viewer }) => payloadOf(await overrideSeverity(app, viewer, input)),
  mergeIncident: async (_root, { input }, { app, viewer }) => {
    const { into, ...payload } = await mergeIncident(app, viewer, input);
    return { ...payloadOf(payload), into };
  },
  unmergeIncident: async (_root, { input }, { app, viewer }) => {
    const { into: from, ...payload } = await unmergeIncident(app, viewer, input);
    return { ...payloadOf(payload), from };
  },
} satisfies Partial<MutationResolvers>;

export const incidentFields = {
  recommendedAction: async (incident, _args, { app }) =>
    incident.overriddenSeverity === null
      ? incident.decision.recommendedAction
      : actionFor(incident, (await app.policies.active()).policy),
  mergedInto: ({ mergedInto }, _args, { loaders }) => (mergedInto === null ? null : loaders.incident.load(mergedInto)),
  mergedIncidents: ({ id }, _args, { loaders }) => loaders.mergedIncidents.load(id),
  parent: ({ parentId }, _args, { loaders }) => (parentId === null ? null : loaders.incident.load(parentId)),
  children: (incident, _args, { loaders }) => (isSystemic(incident) ? loaders.children.load(incident.id) : []),
  alerts: ({ id }, args, { app }) => readAlerts(app, id, args),
  escalations: ({ id }, _args, { loaders }) => loaders.escalations.load(id),
  notifications: async ({ id }, { first }, { loaders }) => {
    const most = readFirst(first ?? 20);
    return (await loaders.notifications.load(id)).slice(0, most);
  },
  signalHistory: async (incident, _args, { loaders }) => {
    const { from, counts, total } = await loaders.signalHistories.load(incident);
    return { from, sliceSeconds, counts: [...counts], total };
  },
  timeline: ({ id }, args, { app }) => readTimeline(app, id, args),
} satisfies IncidentResolvers;

function payloadOf(payload: { readonly incident: Incident | null; readonly userErrors: readonly UserError[] }) {
  return { incident: payload.incident, userErrors: payload.userErrors.map(toUserError) };
}

/** The contract's lists are not readonly. */
export function toUserError({ code, message, field }: UserError) {
  return { code, message, field: field === null ? null : [...field] };
}
