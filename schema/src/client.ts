import {
  AcknowledgeIncidentDocument,
  type AcknowledgeIncidentMutation,
  ActivatePolicyDocument,
  type ActivatePolicyMutation,
  ApiTokensDocument,
  type ApiTokensQuery,
  type BacktestPolicyInput,
  CreateApiTokenDocument,
  type CreateApiTokenMutation,
  CreatePolicyDraftDocument,
  type CreatePolicyDraftMutation,
  FeedHeadDocument,
  IncidentDocument,
  type IncidentQuery,
  IncidentsDocument,
  type IncidentsQuery,
  type IncidentsQueryVariables,
  type IngestResultFragment,
  IngestSignalDocument,
  MetricsDocument,
  type MetricsQuery,
  type MetricsQueryVariables,
  PolicyDocumentDocument,
  type PolicyDocumentQuery,
  ResolveIncidentDocument,
  type ResolveIncidentMutation,
  RevokeApiTokenDocument,
  type RevokeApiTokenMutation,
  type Role,
  type SignalInput,
  SystemStatusDocument,
  type SystemStatusQuery,
  ViewerDocument,
  type ViewerQuery,
} from './__generated__/operations.ts';
import { type BacktestProgress, followBacktest } from './backtest.ts';
import { httpEndpoint, socketEndpoint } from './endpoint.ts';
import { CursorError, VigilError } from './errors.ts';
import { createRequest, type Request } from './http.ts';
import { type IngestResults, ingestInParts, isSafe } from './ingest.ts';
import { type IncidentChange, type SubscribeOptions, subscribeToChanges } from './subscribe.ts';
import { findWebSocket } from './webSocket.ts';

// The entry point of the package: what integrators name, they import from here.
export type {
  IncidentFieldsFragment as Incident,
  IncidentFilter,
  IncidentOrder,
  IncidentStatus,
  IngestOutcome,
  IngestResultFragment as IngestResult,
  LabelInput,
  MetricInput,
  MetricsFilter,
  Role,
  Severity,
  SignalInput,
  SignalState,
  TimeBucket,
  TimeRangeInput,
  UserErrorCode,
  UserErrorFieldsFragment as UserError,
} from './__generated__/operations.ts';
export type { BacktestProgress } from './backtest.ts';
export type { CursorErrorCode, VigilErrorCode } from './errors.ts';
export type { IngestResults } from './ingest.ts';
export type { IncidentChange, SubscribeOptions } from './subscribe.ts';
export { CursorError, VigilError };

export interface VigilClientOptions {
  /** The server's address, for example `http://127.0.0.1:8080`. */
  readonly url: string;
  /** The API token. */
  readonly token: string;
  /** In place of the global one, for example for a proxy or an own certificate authority. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** In place of the global WebSocket, or of the `ws` package where there is none (Node 20). */
  readonly webSocketImpl?: unknown;
  /**
   * How long reads, signals with an idempotency key, and the first connection of a subscription are tried again while the server is
   * away, in ms: 10,000.
   */
  readonly retryForMs?: number | undefined;
  /** How long one try of a request may take, in ms: 30,000. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Methods reject with a VigilError when the request as such fails. What the contract expects to be refused, such as resolving a
 * resolved incident, comes back as `userErrors`.
 */
export interface VigilClient {
  /** Sends one signal; answers after it was stored and decided. */
  ingest(signal: SignalInput): Promise<IngestResultFragment>;
  /** Sends signals in their order, in as many requests as it takes. One bad signal is refused alone. */
  ingestAll(signals: readonly SignalInput[]): Promise<IngestResults>;
  /** `id`: the incident's id or number. */
  acknowledge(id: string, note?: string): Promise<AcknowledgeIncidentMutation['acknowledgeIncident']>;
  /** `id`: the incident's id or number. */
  resolve(id: string, note?: string): Promise<ResolveIncidentMutation['resolveIncident']>;
  /** A page of incidents; go on with `after: page.pageInfo.endCursor`. */
  incidents(options?: IncidentsQueryVariables): Promise<IncidentsQuery['incidents']>;
  /** One incident with its decision, alerts, escalations and timeline; null when there is none. */
  incident(id: string): Promise<IncidentQuery['incident']>;
  metrics(options: MetricsQueryVariables): Promise<MetricsQuery['metrics']>;
  status(): Promise<SystemStatusQuery['systemStatus']>;
  /** Who the token belongs to, and what it may do. */
  viewer(): Promise<ViewerQuery['viewer']>;
  /** The API tokens that are in force. This and the next two need the role ADMIN. */
  tokens(): Promise<ApiTokensQuery['apiTokens']>;
  /** Makes an API token; its secret is in this answer only. */
  createToken(name: string, role: Role): Promise<CreateApiTokenMutation['createApiToken']>;
  revokeToken(id: string): Promise<RevokeApiTokenMutation['revokeApiToken']>;
  /**
   * The changes of incidents in commit order, without gap or repetition, across lost connections too. To go on after a restart of
   * your own, keep `change.cursor` and give it as `after`. Ends with a CursorError when the server cannot go on from there.
   */
  subscribe(options?: SubscribeOptions): AsyncIterable<IncidentChange>;
  /** A version of the policy with its document as YAML; the one in force when none is given; null when there is none. */
  policy(version?: number): Promise<PolicyDocumentQuery['policy']>;
  /** Keeps a document as a new version, which is not in force. This and the next need the role ADMIN. */
  createPolicyDraft(document: string, note?: string): Promise<CreatePolicyDraftMutation['createPolicyDraft']>;
  activatePolicy(version: number, reason: string): Promise<ActivatePolicyMutation['activatePolicy']>;
  /** Rehearses stored signals under a draft: how far it is, and at last the report. To stop listening ends it. */
  backtest(input: BacktestPolicyInput): AsyncIterable<BacktestProgress>;
  /** Any other typed document. `safe` says that it may be sent twice, and so be tried again while the server is away. */
  readonly request: Request;
  /** Ends the subscriptions and gives up what is under way. */
  close(): void;
}

export function createVigilClient(options: VigilClientOptions): VigilClient {
  const { url, token, webSocketImpl, retryForMs = 10_000, timeoutMs = 30_000 } = options;
  const closed = new AbortController();
  const now = () => performance.now();
  const random = Math.random;
  const request = createRequest({
    endpoint: httpEndpoint(url),
    token,
    fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
    retryForMs,
    timeoutMs,
    closed: closed.signal,
    now,
    random,
  });

  return {
    request,
    ingest: async (input) =>
      (await request(IngestSignalDocument, { input }, isSafe([input]) ? 'safe' : 'once')).ingestSignal,
    ingestAll: (signals) => ingestInParts(request, signals),
    acknowledge: async (id, note) =>
      (await request(AcknowledgeIncidentDocument, { input: { id, note } }, 'once')).acknowledgeIncident,
    resolve: async (id, note) =>
      (await request(ResolveIncidentDocument, { input: { id, note } }, 'once')).resolveIncident,
    incidents: async (variables = {}) => (await request(IncidentsDocument, variables, 'safe')).incidents,
    incident: async (id) => (await request(IncidentDocument, { id }, 'safe')).incident,
    metrics: async (variables) => (await request(MetricsDocument, variables, 'safe')).metrics,
    status: async () => (await request(SystemStatusDocument, {}, 'safe')).systemStatus,
    viewer: async () => (await request(ViewerDocument, {}, 'safe')).viewer,
    tokens: async () => (await request(ApiTokensDocument, {}, 'safe')).apiTokens,
    createToken: async (name, role) =>
      (await request(CreateApiTokenDocument, { input: { name, role } }, 'once')).createApiToken,
    revokeToken: async (id) => (await request(RevokeApiTokenDocument, { input: { id } }, 'once')).revokeApiToken,
    subscribe: (subscription = {}) =>
      subscribeToChanges(
        {
          endpoint: socketEndpoint(url),
          token,
          webSocketImpl: () => findWebSocket(webSocketImpl),
          feedHead: async () => (await request(FeedHeadDocument, {}, 'safe')).systemStatus.feedHead,
          closed: closed.signal,
          retryForMs,
          now,
          random,
        },
        subscription,
      ),
    policy: async (version) => (await request(PolicyDocumentDocument, { version }, 'safe')).policy,
    createPolicyDraft: async (document, note) =>
      (await request(CreatePolicyDraftDocument, { input: { document, note } }, 'once')).createPolicyDraft,
    activatePolicy: async (version, reason) =>
      (await request(ActivatePolicyDocument, { input: { version, reason } }, 'once')).activatePolicy,
    backtest: (input) =>
      followBacktest(
        {
          endpoint: socketEndpoint(url),
          token,
          webSocketImpl: () => findWebSocket(webSocketImpl),
          retryForMs,
          now,
          random,
        },
        input,
      ),
    close: () => closed.abort(new VigilError('CLOSED', 'this client was closed')),
  };
}
