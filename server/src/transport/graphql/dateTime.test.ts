import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { dateTime } from './dateTime.ts';

test('a moment with an offset is read, and given out in UTC with milliseconds', () => {
  const moment = dateTime.parseValue('2026-11-23T09:15:00+01:00');
  expect(dateTime.serialize(moment)).toBe('2026-11-23T08:15:00.000Z');
});

test.each(['yesterday', '2026-11-23', '2026-02-30T00:00:00Z', '2026-11-23T08:15:00', '', 1_700_000_000, null, {}])(
  '%j is refused as a wrong moment',
  (value) => {
    expect(() => dateTime.parseValue(value)).toThrow(GraphQLError);
  },
);
