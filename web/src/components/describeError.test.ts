import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { describe, expect, it } from 'vitest';
import { describeError } from './describeError.ts';

function graphqlError(message: string, code?: string): Error {
  return new CombinedGraphQLErrors({ errors: [{ message, ...(code === undefined ? {} : { extensions: { code } }) }] });
}

function serverError(status: number): Error {
  return new ServerError('failed', { response: new Response('', { status }), bodyText: '' });
}

describe('describeError', () => {
  it.each([
    [
      'a missing role',
      graphqlError('Needs the role RESPONDER.', 'FORBIDDEN'),
      'forbidden',
      'Needs the role RESPONDER.',
    ],
    ['an ended session', graphqlError('Unknown token.', 'UNAUTHENTICATED'), 'unauthenticated', 'Unknown token.'],
    [
      'a fault inside',
      graphqlError('Something went wrong (id 7).', 'INTERNAL_SERVER_ERROR'),
      'other',
      'Something went wrong (id 7).',
    ],
    ['an error without a code', graphqlError('Odd.'), 'other', 'Odd.'],
    ['status 401', serverError(401), 'unauthenticated', 'The server asks for a valid token.'],
    ['status 403', serverError(403), 'forbidden', 'This token may not do that.'],
    ['status 502', serverError(502), 'other', 'The server answered with status 502.'],
    [
      'a lost network',
      new TypeError('Failed to fetch'),
      'unreachable',
      'The server cannot be reached. Check the connection and try again.',
    ],
    ['anything thrown', 'nonsense', 'other', 'nonsense'],
  ])('%s', (_name, error, kind, detail) => {
    expect(describeError(error)).toEqual({ kind, detail });
  });
});
