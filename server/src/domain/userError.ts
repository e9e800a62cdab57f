export const userErrorCodes = [
  'INVALID',
  'NOT_FOUND',
  'ALREADY_RESOLVED',
  'WRONG_STATUS',
  'CONFLICT',
  'UNCHANGED',
] as const;
export type UserErrorCode = (typeof userErrorCodes)[number];

/** A refusal that the caller can do something about. */
export interface UserError {
  readonly code: UserErrorCode;
  readonly message: string;
  /** For example `['input', 'metrics', '0', 'value']`. */
  readonly field: readonly string[] | null;
}
