import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { TooManyBacktests } from '../application/backtest/backtestSlots.ts';
import { InvalidArgument } from '../application/invalidArgument.ts';
import { IntakeFull } from '../application/signalIntake.ts';
import { CursorError } from '../feed/cursor.ts';
import { bodyLimitBytes } from './bounds.ts';

/** HTTP statuses of the codes that answers carry in `extensions.code` (GraphQL) or `error.code` (REST). */
export const statusOfCode = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  CURSOR_TOO_OLD: 410,
  CURSOR_INVALID: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  NOT_FOUND: 404,
  /** Not a failure to those who speak of documents by their hash: they send the document next. */
  PERSISTED_QUERY_NOT_FOUND: 200,
  PAYLOAD_TOO_LARGE: 413,
  REQUEST_TIMEOUT: 408,
  UNSUPPORTED_MEDIA_TYPE: 415,
  QUERY_TOO_COMPLEX: 400,
  RATE_LIMITED: 429,
  /** The server itself has too much to do, whoever asks. */
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
} as const;

export type FailureCode = keyof typeof statusOfCode;

/** What a client may know of an error. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly field?: readonly string[];
  /** Under which the log has the rest. */
  readonly id?: string;
  readonly retryAfterSeconds?: number;
}

/** A refusal by the transport itself. */
export class TransportFailure extends Error {
  readonly code: FailureCode;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: FailureCode, message: string, retryAfterSeconds?: number) {
    super(message);
    this.name = 'TransportFailure';
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const longestMessage = 1000;

/** Turns whatever was thrown into what a client may know; logs under an id what it may not. */
export function describeFailure(error: unknown, log: FastifyBaseLogger): Failure {
  if (error instanceof TransportFailure) {
    const { code, message, retryAfterSeconds } = error;
    return { code, message, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  }
  if (error instanceof InvalidArgument) {
    return { code: 'BAD_USER_INPUT', message: shortMessage(error.message), field: error.field };
  }
  if (error instanceof CursorError) return { code: error.code, message: error.message };
  if (error instanceof IntakeFull) {
    return { code: 'UNAVAILABLE', message: error.message, retryAfterSeconds: error.retryAfterSeconds };
  }
  if (error instanceof TooManyBacktests) {
    return { code: 'RATE_LIMITED', message: error.message, retryAfterSeconds: error.retryAfterSeconds };
  }
  const ofRequest = describeRequestFailure(error);
  if (ofRequest) return ofRequest;
  const id = randomUUID();
  log.error({ err: error, errorId: id }, 'An unexpected error was answered with its id');
  return { code: 'INTERNAL_SERVER_ERROR', message: `Something went wrong here. The log has it under ${id}.`, id };
}

/** Errors by which Fastify refuses a request before a handler sees it. */
function describeRequestFailure(error: unknown): Failure | null {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number') return null;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return { code: 'PAYLOAD_TOO_LARGE', message: `A request's body may have at most ${bodyLimitBytes} bytes.` };
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Send the body with `content-type: application/json`.' };
  }
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') {
    return { code: 'BAD_REQUEST', message: 'The body is empty, but its content type says JSON.' };
  }
  if (error.statusCode === 400 && (error instanceof SyntaxError || code === 'FST_ERR_CTP_INVALID_JSON_BODY')) {
    return { code: 'BAD_REQUEST', message: `The body is not valid JSON: ${shortMessage(error.message)}` };
  }
  if (error.statusCode === 404) return { code: 'NOT_FOUND', message: shortMessage(error.message) };
  return error.statusCode < 500 ? { code: 'BAD_REQUEST', message: shortMessage(error.message) } : null;
}

/** Messages may quote what was sent, which may be megabytes. */
export function shortMessage(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage).toWellFormed()}…`;
}
