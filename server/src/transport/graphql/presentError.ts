import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLErrorExtensions, type GraphQLFormattedError, Kind } from 'graphql';
import { documentBounds } from '../bounds.ts';
import { describeFailure, type Failure, type FailureCode, shortMessage, statusOfCode } from '../failure.ts';
import { tooComplex } from './admitOperation.ts';

/** Turns an error of parsing, validation or execution into what is sent. `code` is what an earlier stage called it. */
export function presentError(error: unknown, log: FastifyBaseLogger, code?: unknown): GraphQLFormattedError {
  if (!(error instanceof GraphQLError)) return presentFailure(describeFailure(error, log));
  const thrown = thrownBehind(error);
  if (thrown instanceof RangeError && code === 'GRAPHQL_PARSE_FAILED') return presentError(nestedTooDeeply(), log);
  if (thrown !== null) return { ...placeOf(error), ...presentFailure(describeFailure(thrown, log)) };
  // graphql-js has no other mark for it than the words.
  if (/^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(error.message)) {
    const { message, extensions } = tooComplex(
      `has more than ${documentBounds.tokens} tokens (give values as variables)`,
      documentBounds.tokens,
    );
    return { message, extensions };
  }
  const field = fieldOf(error);
  // Those of compiled documents need not have extensions.
  const extensions: GraphQLErrorExtensions | undefined = error.extensions;
  return {
    message: shortMessage(error.message),
    ...placeOf(error),
    extensions: {
      code: codeOf(extensions?.code) ?? codeOf(code) ?? codeByKind(error),
      ...(field && { field }),
    },
  };
}

/** For a document whose nesting overflows the stack of the parser. */
export function nestedTooDeeply(): GraphQLError {
  return tooComplex(`is more than ${documentBounds.depth} levels deep`, documentBounds.depth);
}

/** A failure as a GraphQL error. */
export function presentFailure({ code, message, field, id, retryAfterSeconds }: Failure): GraphQLFormattedError {
  return {
    message,
    extensions: {
      code,
      ...(field && { field }),
      ...(id && { id }),
      ...(retryAfterSeconds !== undefined && { retryAfter: retryAfterSeconds }),
    },
  };
}

/** The HTTP status of an answer without data: that of its gravest error. */
export function statusOfErrors(errors: readonly GraphQLFormattedError[]): number {
  return Math.max(...errors.map(({ extensions }) => statusOfCode[codeOf(extensions?.code) ?? 'INTERNAL_SERVER_ERROR']));
}

function placeOf({ locations, path }: GraphQLError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  return { ...(locations && { locations }), ...(path && { path }) };
}

/** What a resolver threw, unless it was a GraphQLError made for the client. */
function thrownBehind(error: GraphQLError): Error | null {
  let inner: Error = error;
  while (inner instanceof GraphQLError) {
    if (!inner.originalError) return null;
    inner = inner.originalError;
  }
  return inner;
}

function codeOf(code: unknown): FailureCode | null {
  return typeof code === 'string' && Object.hasOwn(statusOfCode, code) ? (code as FailureCode) : null;
}

function codeByKind(error: GraphQLError): FailureCode {
  if (error.message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  if (isCoercion(error)) return 'BAD_USER_INPUT';
  return error.path ? 'INTERNAL_SERVER_ERROR' : 'GRAPHQL_VALIDATION_FAILED';
}

function isCoercion(error: GraphQLError): boolean {
  return error.nodes?.length === 1 && error.nodes[0]?.kind === Kind.VARIABLE_DEFINITION;
}

/** The path that graphql-js puts into words: `… got invalid value "x" at "input.metrics[0].value"; …`. */
function fieldOf(error: GraphQLError): string[] | null {
  if (!isCoercion(error)) return null;
  const unknown = /; Field "([^"]{1,200})" is not defined by type /.exec(error.message)?.[1];
  const missing = /; Field "([^"]{1,200})" of required type /.exec(error.message)?.[1];
  const variable = /^Variable "\$([A-Za-z0-9_]+)"/.exec(error.message)?.[1];
  if (variable === undefined) return null;
  const path = / at "([A-Za-z0-9_.[\]]{1,200})"; [^"]/.exec(error.message)?.[1] ?? variable;
  const last = unknown ?? missing;
  return [...path.split(/[.[\]]+/).filter((part) => part !== ''), ...(last === undefined ? [] : [last])];
}
