import { VigilError, type VigilErrorCode } from './errors.ts';
import { errorFromGraphQL, isGraphQLErrors } from './graphqlErrors.ts';

const codeByClose: Readonly<Record<number, VigilErrorCode>> = {
  4401: 'UNAUTHENTICATED',
  4403: 'FORBIDDEN',
  4429: 'RATE_LIMITED',
  4500: 'INTERNAL_SERVER_ERROR',
};

/** The typed error for what graphql-ws ends a subscription with: GraphQL errors, a close event, or a socket's error event. */
export function errorFromSocket(error: unknown): VigilError {
  if (error instanceof VigilError) return error;
  if (isGraphQLErrors(error)) return errorFromGraphQL(error, 'UNEXPECTED_ANSWER');
  if (typeof error !== 'object' || error === null) {
    return new VigilError('UNREACHABLE', 'the connection was lost', { cause: error });
  }
  const message = 'message' in error && error.message ? `: ${String(error.message)}` : '';
  const upgradeStatus = /Unexpected server response: (\d+)/.exec(message)?.[1];
  if (upgradeStatus === '401')
    return new VigilError('UNAUTHENTICATED', 'the server refused the token', { cause: error });
  if (upgradeStatus === '403') return new VigilError('FORBIDDEN', 'the server refused the socket', { cause: error });
  if ('code' in error && typeof error.code === 'number') {
    const reason = 'reason' in error && error.reason ? `: ${String(error.reason)}` : '';
    const code = codeByClose[error.code] ?? 'UNREACHABLE';
    return new VigilError(code, `the socket was closed with ${error.code}${reason}`, { cause: error });
  }
  return new VigilError('UNREACHABLE', `cannot reach the server${message}`, { cause: error });
}
