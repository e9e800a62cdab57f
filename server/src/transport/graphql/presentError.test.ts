import { buildSchema, execute, GraphQLError, parse } from 'graphql';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { InvalidArgument } from '../../application/invalidArgument.ts';
import { presentError } from './presentError.ts';

function present(error: unknown) {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  return { shown: presentError(error, log), logged: lines.join('') };
}

test('what nobody expected is logged under an id, and only the id is shown', () => {
  const cause = new Error('connection to 10.0.0.7 refused, password=hunter2');
  const { shown, logged } = present(new GraphQLError(cause.message, { originalError: cause, path: ['incidents'] }));
  expect(shown.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
  expect(JSON.stringify(shown)).not.toContain('10.0.0.7');
  expect(logged).toContain('10.0.0.7');
  expect(logged).toContain(String(shown.extensions?.id));
});

test('an argument out of its bounds names its field', () => {
  const cause = new InvalidArgument(['first'], 'first is 501, from 0 to 500 is allowed');
  const { shown } = present(new GraphQLError(cause.message, { originalError: cause }));
  expect(shown).toMatchObject({ message: cause.message, extensions: { code: 'BAD_USER_INPUT', field: ['first'] } });
});

test.each<[Record<string, unknown>, string[]]>([
  [{ input: { name: 'x', readings: [{ value: 'high' }] } }, ['input', 'readings', '0', 'value']],
  [{ input: { name: 'x', readings: [{ value: 1, colour: 'red' }] } }, ['input', 'readings', '0', 'colour']],
  [{ input: { readings: [] } }, ['input', 'name']],
  [{ input: 7 }, ['input']],
])('a variable of the wrong shape names the field: %j', async (variableValues, field) => {
  const schema = buildSchema(`
    input Reading { value: Float! }
    input Thing { name: String!  readings: [Reading!] }
    type Query { put(input: Thing!): Int }`);
  const document = parse('query ($input: Thing!) { put(input: $input) }');
  const { errors } = await execute({ schema, document, variableValues });
  const { shown } = present(errors?.[0]);
  expect(shown.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
});

test('a message that quotes megabytes is cut', () => {
  expect(present(new GraphQLError(`wrong: ${'x'.repeat(1e6)}`)).shown.message.length).toBeLessThan(1100);
});
