import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { isRefusedCursor } from './runFeed.ts';

const withCode = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: 'no', extensions: { code } }] });

test.each([
  ['a cursor that is too old', withCode('CURSOR_TOO_OLD'), true],
  ['a cursor of another database', withCode('CURSOR_INVALID'), true],
  ['another error', withCode('INTERNAL_SERVER_ERROR'), false],
  ['a lost socket', new Error('Socket closed with event 1006'), false],
])('%s asks for a new snapshot: %s', (_name, error, expected) => {
  expect(isRefusedCursor(error)).toBe(expected);
});
