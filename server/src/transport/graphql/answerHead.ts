import type { GraphQLFormattedError } from 'graphql';
import { statusOfErrors } from './presentError.ts';

/** What the errors of an answer without data say in its head, so that senders who look no further know whether to try again. */
export interface AnswerHead {
  readonly status: number;
  readonly retryAfterSeconds: number | null;
}

/** Null when the answer has data, or no errors. */
export function headOfFailure(data: unknown, errors: readonly GraphQLFormattedError[] | undefined): AnswerHead | null {
  if (data || errors === undefined || errors.length === 0) return null;
  for (const { extensions } of errors) {
    if (typeof extensions?.retryAfter === 'number') {
      return { status: statusOfErrors(errors), retryAfterSeconds: extensions.retryAfter };
    }
  }
  return { status: statusOfErrors(errors), retryAfterSeconds: null };
}
