import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

export type ErrorKind = 'forbidden' | 'unauthenticated' | 'unreachable' | 'other';

export interface DescribedError {
  readonly kind: ErrorKind;
  /** For people, in one or two sentences. */
  readonly detail: string;
}

/** What went wrong with a request, in words for people. The server's own message is kept where it has one. */
export function describeError(error: unknown): DescribedError {
  if (CombinedGraphQLErrors.is(error)) {
    const [first] = error.errors;
    const code = first?.extensions?.code;
    const detail = first?.message ?? error.message;
    if (code === 'FORBIDDEN') return { kind: 'forbidden', detail };
    if (code === 'UNAUTHENTICATED') return { kind: 'unauthenticated', detail };
    return { kind: 'other', detail };
  }
  if (ServerError.is(error)) {
    if (error.statusCode === 401) return { kind: 'unauthenticated', detail: 'The server asks for a valid token.' };
    if (error.statusCode === 403) return { kind: 'forbidden', detail: 'This token may not do that.' };
    return { kind: 'other', detail: `The server answered with status ${error.statusCode}.` };
  }
  // `fetch` reports every failure of the network as a TypeError.
  if (error instanceof TypeError) {
    return { kind: 'unreachable', detail: 'The server cannot be reached. Check the connection and try again.' };
  }
  return { kind: 'other', detail: error instanceof Error ? error.message : String(error) };
}
