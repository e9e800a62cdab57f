/** What the server says in `extensions.code`. */
export const serverCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'QUERY_TOO_COMPLEX',
  'PAYLOAD_TOO_LARGE',
  'INTERNAL_SERVER_ERROR',
] as const;

/** Why a subscription cannot go on from its cursor. */
export const cursorCodes = ['CURSOR_TOO_OLD', 'CURSOR_INVALID'] as const;

export type CursorErrorCode = (typeof cursorCodes)[number];

/**
 * `UNREACHABLE`: no answer came. `UNAVAILABLE`: the server or a proxy before it answered that it cannot serve now: the intake is full.
 * `UNEXPECTED_ANSWER`: the answer is not one of Vigil's. `CLOSED`: this client was closed.
 */
export type VigilErrorCode =
  | (typeof serverCodes)[number]
  | CursorErrorCode
  | 'UNREACHABLE'
  | 'UNEXPECTED_ANSWER'
  | 'CLOSED';

export interface VigilErrorDetails {
  /** How long the server asked to wait before the next try, in seconds. */
  readonly retryAfterSeconds?: number | undefined;
  /** What else the server said, for example the id under which it logged an internal error. */
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  readonly cause?: unknown;
}

/** The request as such failed. What the contract expects to be refused comes back as `userErrors` instead. */
export class VigilError extends Error {
  override readonly name: string = 'VigilError';
  readonly code: VigilErrorCode;
  /** How long the server asked to wait before the next try, in seconds. */
  readonly retryAfter: number | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(code: VigilErrorCode, message: string, details: VigilErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.retryAfter = details.retryAfterSeconds;
    this.extensions = details.extensions ?? {};
  }
}

/** The subscription cannot go on: read the incidents again and subscribe from `status()`'s `feedHead`. */
export class CursorError extends VigilError {
  override readonly name = 'CursorError';
  declare readonly code: CursorErrorCode;

  constructor(code: CursorErrorCode, message: string, details: VigilErrorDetails = {}) {
    super(code, message, details);
  }
}
