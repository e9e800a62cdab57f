import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseMoment } from '../../application/moment.ts';

/** The scalar DateTime: strict RFC 3339 in, UTC with milliseconds out. */
export const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment as RFC 3339, for example `2026-11-23T08:15:00.250Z`. Given out in UTC with milliseconds.',
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    throw new TypeError(`A DateTime must be resolved to a Date, not to ${typeof value}`);
  },
});

function parse(value: unknown): Date {
  const moment = typeof value === 'string' ? parseMoment(value) : null;
  if (moment !== null) return moment;
  const given = typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : typeof value;
  throw new GraphQLError(`DateTime must be RFC 3339 such as "2026-11-23T08:15:00.250Z", but ${given} was given.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
