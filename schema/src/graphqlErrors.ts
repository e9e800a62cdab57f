import {
  CursorError,
  cursorCodes,
  serverCodes,
  VigilError,
  type VigilErrorCode,
  type VigilErrorDetails,
} from './errors.ts';

export interface GraphQLErrorLike {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The error for the first of the errors of an answer. `fallback` holds when it carries none of Vigil's codes. */
export function errorFromGraphQL(
  errors: readonly GraphQLErrorLike[],
  fallback: VigilErrorCode,
  details: VigilErrorDetails = {},
): VigilError {
  const [first] = errors;
  const extensions = first?.extensions ?? {};
  const message = first?.message ?? 'the server refused without saying why';
  const all = { retryAfterSeconds: seconds(extensions.retryAfter), ...details, extensions };
  const cursorCode = cursorCodes.find((code) => code === extensions.code);
  if (cursorCode) return new CursorError(cursorCode, message, all);
  return new VigilError(serverCodes.find((code) => code === extensions.code) ?? fallback, message, all);
}

function seconds(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Whether a value read from the wire is a list of GraphQL errors. */
export function isGraphQLErrors(value: unknown): value is readonly GraphQLErrorLike[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((entry) => typeof entry === 'object' && entry !== null && typeof entry.message === 'string')
  );
}
