import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { Observable } from 'rxjs';
import { beforeEach, expect, test, vi } from 'vitest';
import { incidentFragment } from '../live/liveIncident.fixture.ts';
import { toLiveIncident } from '../live/liveIncident.ts';
import { createLiveStore } from '../live/liveStore.ts';
import { createIncidentActions } from './performAction.ts';

const toasts = vi.hoisted(() => ({ said: [] as string[], undo: undefined as (() => void) | undefined }));
vi.mock('sonner', () => {
  const toast = (text: string, options?: { action?: { onClick: () => void } }) => {
    toasts.said.push(text);
    toasts.undo = options?.action?.onClick;
  };
  const error = (text: string, { description }: { description: string }) => toasts.said.push(`${text}: ${description}`);
  return { toast: Object.assign(toast, { error }) };
});

type Answer = (field: string) => Record<string, unknown> | Error;

const open = toLiveIncident(incidentFragment(), null);
const acted = (status: string, by: string | null) => ({
  __typename: 'Incident',
  id: 'i1',
  number: 1,
  status,
  severity: 'HIGH',
  acknowledgedAt: by === null ? null : '2026-01-01T10:00:05.000Z',
  acknowledgedBy: by,
  firstAcknowledgedAt: null,
  resolvedAt: null,
  resolvedBy: null,
  nextEscalationAt: null,
  updatedAt: '2026-01-01T10:00:05.000Z',
});
const agreed: Answer = (field) =>
  field === 'acknowledgeIncident'
    ? { incident: acted('ACKNOWLEDGED', 'ana'), userErrors: [] }
    : { incident: acted('OPEN', null), userErrors: [] };

/** A session against a server that answers each mutation as told, one turn later. */
function sessionWith(answer: Answer) {
  const sent: string[] = [];
  const link = new ApolloLink(
    ({ operationName = '' }) =>
      new Observable((observer) => {
        const field = operationName.charAt(0).toLowerCase() + operationName.slice(1);
        sent.push(field);
        queueMicrotask(() => {
          const answered = answer(field);
          if (answered instanceof Error) return observer.error(answered);
          observer.next({ data: { [field]: answered } });
          observer.complete();
        });
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache(), dataMasking: true });
  const live = createLiveStore();
  live.dispatch({ type: 'pageLoaded', incidents: [open], nowMs: Date.now() });
  const actions = createIncidentActions({ client, live, viewerName: 'ana' });
  const statusShown = () =>
    Object.entries(live.getState().columns)
      .filter(([, incidents]) => incidents.length > 0)
      .map(([status]) => status);
  return { sent, actions, statusShown };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

beforeEach(() => {
  toasts.said = [];
  toasts.undo = undefined;
});

test('an acknowledgement shows at once and is sent once, however often it is clicked', async () => {
  const { sent, actions, statusShown } = sessionWith(agreed);
  actions.perform('ACKNOWLEDGE', open);
  actions.perform('ACKNOWLEDGE', open);
  expect(statusShown()).toEqual(['ACKNOWLEDGED']);
  await settled();
  expect(sent).toEqual(['acknowledgeIncident']);
  expect(toasts.said).toEqual(['Acknowledged #1']);
});

test.each<[string, Answer, string]>([
  [
    'that the server refuses',
    () => ({
      incident: null,
      userErrors: [{ code: 'CONFLICT', message: 'Another incident of the group is open.', field: null }],
    }),
    '#1 was not acknowledged: Another incident of the group is open.',
  ],
  ['that never arrives', () => new Error('Failed to fetch'), '#1 was not acknowledged: Failed to fetch'],
])('an action %s is taken back with the reason', async (_name, answer, said) => {
  const { actions, statusShown } = sessionWith(answer);
  actions.perform('ACKNOWLEDGE', open);
  expect(statusShown()).toEqual(['ACKNOWLEDGED']);
  await settled();
  expect(statusShown()).toEqual(['OPEN']);
  expect(toasts.said).toEqual([said]);
  expect(actions.undoNewest()).toBe(false);
});

test('undo is a real reversal on the server, once', async () => {
  const { sent, actions, statusShown } = sessionWith(agreed);
  actions.perform('ACKNOWLEDGE', open);
  await settled();
  toasts.undo?.();
  await settled();
  expect(sent).toEqual(['acknowledgeIncident', 'unacknowledgeIncident']);
  expect(statusShown()).toEqual(['OPEN']);
  expect(actions.undoNewest()).toBe(false);
});

test('what somebody else acknowledged first is not offered for undo', async () => {
  const { actions } = sessionWith(() => ({ incident: acted('ACKNOWLEDGED', 'bram'), userErrors: [] }));
  actions.perform('ACKNOWLEDGE', open);
  await settled();
  expect(toasts.said).toEqual(['#1 was already acknowledged by bram']);
  expect(actions.undoNewest()).toBe(false);
});
