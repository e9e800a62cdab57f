import type { ApolloClient } from '@apollo/client';
import {
  AcknowledgeIncidentDocument,
  type ActedIncidentFragment,
  ActedIncidentFragmentDoc,
  ReopenIncidentDocument,
  ResolveIncidentDocument,
  UnacknowledgeIncidentDocument,
} from '../__generated__/operations.ts';
import type { ActionKind, PendingAction } from '../live/pendingAction.ts';

interface ActionPayload {
  readonly incident: ActedIncidentFragment | null;
  readonly userErrors: readonly { readonly message: string }[];
}

/** Sends an action; an incident that Apollo's cache holds shows it at once, and shows it no more when it is refused. */
export async function sendAction(client: ApolloClient, action: PendingAction): Promise<ActionPayload> {
  const variables = { input: { id: action.id } };
  const payload = optimisticPayload(client, action);
  const options = { variables, fetchPolicy: 'network-only' } as const;
  switch (action.kind) {
    case 'ACKNOWLEDGE': {
      const optimisticResponse = payload && { acknowledgeIncident: payload };
      const mutation = AcknowledgeIncidentDocument;
      return answered(
        (await client.mutate({ ...options, mutation, ...given(optimisticResponse) })).data?.acknowledgeIncident,
      );
    }
    case 'UNACKNOWLEDGE': {
      const optimisticResponse = payload && { unacknowledgeIncident: payload };
      const mutation = UnacknowledgeIncidentDocument;
      return answered(
        (await client.mutate({ ...options, mutation, ...given(optimisticResponse) })).data?.unacknowledgeIncident,
      );
    }
    case 'RESOLVE': {
      const optimisticResponse = payload && { resolveIncident: payload };
      const mutation = ResolveIncidentDocument;
      return answered(
        (await client.mutate({ ...options, mutation, ...given(optimisticResponse) })).data?.resolveIncident,
      );
    }
    case 'REOPEN': {
      const optimisticResponse = payload && { reopenIncident: payload };
      const mutation = ReopenIncidentDocument;
      return answered(
        (await client.mutate({ ...options, mutation, ...given(optimisticResponse) })).data?.reopenIncident,
      );
    }
  }
}

function given<T>(optimisticResponse: T | null): { optimisticResponse?: T } {
  return optimisticResponse === null ? {} : { optimisticResponse };
}

function answered(payload: ActionPayload | undefined): ActionPayload {
  if (payload === undefined) throw new Error('The server gave no answer.');
  return payload;
}

const payloadTypes = {
  ACKNOWLEDGE: 'AcknowledgeIncidentPayload',
  UNACKNOWLEDGE: 'UnacknowledgeIncidentPayload',
  RESOLVE: 'ResolveIncidentPayload',
  REOPEN: 'ReopenIncidentPayload',
} as const satisfies Record<ActionKind, string>;

function optimisticPayload(client: ApolloClient, action: PendingAction) {
  const known = client.cache.readFragment<ActedIncidentFragment>({
    fragment: ActedIncidentFragmentDoc,
    from: { __typename: 'Incident', id: action.id },
  });
  if (known === null) return null;
  const incident = { __typename: 'Incident', ...known, status: action.status, ...expectedTimes(action) };
  return { __typename: payloadTypes[action.kind], incident, userErrors: [] };
}

function expectedTimes({ kind, by, at }: PendingAction): Partial<ActedIncidentFragment> {
  switch (kind) {
    case 'ACKNOWLEDGE':
      return { acknowledgedAt: at, acknowledgedBy: by };
    case 'UNACKNOWLEDGE':
      return { acknowledgedAt: null, acknowledgedBy: null };
    case 'RESOLVE':
      return { resolvedAt: at, resolvedBy: by, nextEscalationAt: null };
    case 'REOPEN':
      return { resolvedAt: null, resolvedBy: null };
  }
}
