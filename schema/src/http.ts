import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';
import { backoffMs, wait } from './backoff.ts';
import { VigilError, type VigilErrorCode } from './errors.ts';
import { errorFromGraphQL, isGraphQLErrors } from './graphqlErrors.ts';

export interface HttpOptions {
  readonly endpoint: string;
  readonly token: string;
  readonly fetch: typeof globalThis.fetch;
  /** How long safe requests are tried again while the server is away, in ms. */
  readonly retryForMs: number;
  /** How long one try may take, in ms. */
  readonly timeoutMs: number;
  /** Aborted, with the error to throw, when the client is closed. */
  readonly closed: AbortSignal;
  readonly now: () => number;
  readonly random: () => number;
}

export type Request = <Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  /** Safe: sending it twice does the same as sending it once. */
  safety: 'safe' | 'once',
) => Promise<Data>;

const texts = new WeakMap<DocumentNode, string>();

/** Printed once a document: the server recognises documents by their text. */
export function textOf(document: DocumentNode): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  texts.set(document, text);
  return text;
}

export function createRequest(options: HttpOptions): Request {
  return async (document, variables, safety) => {
    const body = JSON.stringify({ query: textOf(document), variables });
    const startedAt = options.now();
    for (let attempt = 0; ; attempt++) {
      const result = await send(options, body);
      if (result.kind === 'data') return result.data as never;
      const waitMs = Math.max(backoffMs(attempt, options.random), (result.error.retryAfter ?? 0) * 1000);
      const elapsedMs = options.now() - startedAt;
      if (safety !== 'safe' || !result.away || elapsedMs + waitMs > options.retryForMs) throw result.error;
      await wait(waitMs, options.closed);
      if (options.closed.aborted) throw options.closed.reason;
    }
  };
}

type Result =
  | { readonly kind: 'data'; readonly data: unknown }
  /** `away`: the server did not answer, or said that it cannot serve now. */
  | { readonly kind: 'failure'; readonly error: VigilError; readonly away: boolean };

async function send({ endpoint, token, fetch, timeoutMs, closed }: HttpOptions, body: string): Promise<Result> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        authorization: `Bearer ${token}`,
      },
      body,
      signal: AbortSignal.any([closed, AbortSignal.timeout(timeoutMs)]),
    });
    return read(response, await response.text());
  } catch (cause) {
    if (closed.aborted) throw closed.reason;
    const error = new VigilError('UNREACHABLE', `cannot reach ${endpoint}: ${reasonOf(cause)}`, { cause });
    return { kind: 'failure', error, away: true };
  }
}

const codeByStatus: Readonly<Record<number, VigilErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'RATE_LIMITED',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
};

function read(response: Response, text: string): Result {
  const answer = parseAnswer(text);
  if (answer && !answer.errors && answer.data) return { kind: 'data', data: answer.data };
  const fallback = codeByStatus[response.status] ?? 'UNEXPECTED_ANSWER';
  const retryAfterSeconds = parseRetryAfter(response.headers.get('retry-after'));
  const details = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  const error = answer?.errors
    ? errorFromGraphQL(answer.errors, fallback, details)
    : new VigilError(fallback, `the server answered with HTTP status ${response.status}`, details);
  return { kind: 'failure', error, away: fallback === 'UNAVAILABLE' };
}

function parseAnswer(text: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A proxy's page, not an answer of Vigil: the HTTP status tells what happened.
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const data: unknown = 'data' in value ? value.data : undefined;
  const errors: unknown = 'errors' in value ? value.errors : undefined;
  return { data, errors: isGraphQLErrors(errors) ? errors : undefined };
}

/** Seconds; the header's other form, a date, is not used by Vigil. */
function parseRetryAfter(header: string | null): number | undefined {
  return header !== null && /^\d+(\.\d+)?$/.test(header) ? Number(header) : undefined;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node's fetch says only `fetch failed`; what happened is in the cause, whose message is empty for several addresses.
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  if (cause.message) return cause.message;
  return 'code' in cause ? String(cause.code) : error.message;
}
