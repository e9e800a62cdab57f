import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSignal } from './parseSignal.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const least = { source: 'prometheus', service: 'checkout', title: 'Errors' };

function accepted(input: unknown) {
  const parsed = parseSignal(input, ['input'], now);
  if (!parsed.ok) throw new Error(parsed.errors.map(({ message }) => message).join('\n'));
  return parsed.signal;
}

function refused(input: unknown) {
  const parsed = parseSignal(input, ['input'], now);
  if (parsed.ok) throw new Error('It was accepted');
  return parsed.errors;
}

test('what is not given has its default', () => {
  expect(accepted(least)).toEqual({
    ...least,
    description: null,
    url: null,
    state: 'FIRING',
    dedupKey: null,
    groupKey: null,
    idempotencyKey: null,
    reportedSeverity: null,
    confidence: null,
    metrics: [],
    labels: [],
    occurredAt: null,
    historical: false,
  });
});

test('null and blank are the same as not given where a field is optional', () => {
  const names = ['description', 'url', 'dedupKey', 'idempotencyKey', 'reportedSeverity', 'confidence', 'occurredAt'];
  const nulls = Object.fromEntries([...names, 'state', 'metrics', 'labels', 'historical'].map((name) => [name, null]));
  expect(accepted({ ...least, ...nulls })).toEqual(accepted(least));
  expect(accepted({ ...least, description: ' \n', url: '', dedupKey: ' ', idempotencyKey: '' })).toEqual(
    accepted(least),
  );
});

const cleaned: { name: string; input: object; expected: object }[] = [
  { name: 'trims names', input: { title: '  a b ' }, expected: { title: 'a b' } },
  { name: 'drops NUL', input: { title: 'a\0b' }, expected: { title: 'ab' } },
  { name: 'replaces lone surrogates', input: { title: 'a\ud800' }, expected: { title: 'a\ufffd' } },
  { name: 'makes one line of a title', input: { title: 'a\r\n\tb\u2028c' }, expected: { title: 'a b c' } },
  {
    name: 'keeps the lines of a description and drops other control characters',
    input: { description: 'a\r\nb\tc\u001b[31m\u0085' },
    expected: { description: 'a\nb\tc[31m' },
  },
  {
    name: 'counts an emoji as one character',
    input: { title: '🔥'.repeat(250) },
    expected: { title: '🔥'.repeat(250) },
  },
  {
    name: 'sorts labels by name',
    input: {
      labels: [
        { name: 'b', value: '' },
        { name: 'B', value: '1' },
        { name: 'a', value: '2' },
      ],
    },
    expected: {
      labels: [
        { name: 'B', value: '1' },
        { name: 'a', value: '2' },
        { name: 'b', value: '' },
      ],
    },
  },
  {
    name: 'reads RFC 3339 with an offset and nanoseconds',
    input: { occurredAt: '2018-03-07T06:33:21.873077559-05:00' },
    expected: { occurredAt: new Date('2018-03-07T11:33:21.873Z') },
  },
  { name: 'takes a Date', input: { occurredAt: now }, expected: { occurredAt: now } },
  {
    name: 'accepts a clock that is 5 minutes fast',
    input: { occurredAt: '2026-11-24T10:05:00Z' },
    expected: { occurredAt: new Date('2026-11-24T10:05:00Z') },
  },
];
test.each(cleaned)('$name', ({ input, expected }) => {
  expect(accepted({ ...least, ...input })).toMatchObject(expected);
});

const metric = { name: 'cpu', value: 1 };
const cases: { given: object; field: string[]; message: string }[] = [
  {
    given: { title: undefined },
    field: ['title'],
    message: 'title must be a text of 1 to 250 characters, but nothing was given.',
  },
  { given: { title: ' \n' }, field: ['title'], message: 'title must have 1 to 250 characters, but "" was given.' },
  {
    given: { title: 'x'.repeat(251) },
    field: ['title'],
    message: `title must have at most 250 characters, but 251 were given: "${'x'.repeat(39)}…".`,
  },
  {
    given: { source: 5 },
    field: ['source'],
    message: 'source must be a text of 1 to 100 characters, but 5 was given.',
  },
  {
    given: { description: 'x'.repeat(10_001) },
    field: ['description'],
    message: `description must have at most 10000 characters, but 10001 were given: "${'x'.repeat(39)}…".`,
  },
  {
    given: { url: 'javascript:alert(1)' },
    field: ['url'],
    message: 'url must be an address that begins with http:// or https://, but "javascript:alert(1)" was given.',
  },
  {
    given: { state: 'firing' },
    field: ['state'],
    message: 'state must be one of FIRING, RESOLVED, but "firing" was given.',
  },
  {
    given: { reportedSeverity: {} },
    field: ['reportedSeverity'],
    message: 'reportedSeverity must be one of LOW, MEDIUM, HIGH, CRITICAL, but an object was given.',
  },
  {
    given: { confidence: 1.01 },
    field: ['confidence'],
    message: 'confidence must be from 0 to 1, but 1.01 was given.',
  },
  {
    given: { historical: 'yes' },
    field: ['historical'],
    message: 'historical must be true or false, but "yes" was given.',
  },
  {
    given: { metrics: {} },
    field: ['metrics'],
    message: 'metrics must be a list of at most 50, but an object was given.',
  },
  {
    given: { metrics: Array.from({ length: 51 }, (_, i) => ({ name: `m${i}`, value: i })) },
    field: ['metrics'],
    message: 'metrics may be at most 50, but 51 were given.',
  },
  {
    given: { metrics: [{ ...metric, value: Number.POSITIVE_INFINITY }] },
    field: ['metrics', '0', 'value'],
    message: 'value must be a finite number, but Infinity was given.',
  },
  {
    given: { metrics: [metric, { ...metric, name: 'mem', warning: '1' }] },
    field: ['metrics', '1', 'warning'],
    message: 'warning must be a finite number, but "1" was given.',
  },
  {
    given: { metrics: [metric, metric] },
    field: ['metrics', '1', 'name'],
    message: 'name must be there once among metrics, but "cpu" was given again.',
  },
  { given: { metrics: [null] }, field: ['metrics', '0'], message: 'A metric must be an object, but null was given.' },
  {
    given: { labels: [{ name: 'team', value: 'x'.repeat(501) }] },
    field: ['labels', '0', 'value'],
    message: `value must have at most 500 characters, but 501 were given: "${'x'.repeat(39)}…".`,
  },
  {
    given: {
      labels: [
        { name: 'team', value: 'a' },
        { name: ' team', value: 'b' },
      ],
    },
    field: ['labels', '1', 'name'],
    message: 'name must be there once among labels, but "team" was given again.',
  },
  {
    given: { occurredAt: '2024-02-30T00:00:00Z' },
    field: ['occurredAt'],
    message: 'occurredAt must be RFC 3339 such as 2026-11-23T08:15:00.250Z, but "2024-02-30T00:00:00Z" was given.',
  },
  {
    given: { occurredAt: '1999-12-31T23:59:59Z' },
    field: ['occurredAt'],
    message:
      'occurredAt must be from 2000-01-01T00:00:00.000Z to 5 minutes from now (2026-11-24T10:05:00.000Z), but "1999-12-31T23:59:59Z" was given.',
  },
  {
    given: { occurredAt: '2026-11-24T10:05:00.001Z' },
    field: ['occurredAt'],
    message:
      'occurredAt must be from 2000-01-01T00:00:00.000Z to 5 minutes from now (2026-11-24T10:05:00.000Z), but "2026-11-24T10:05:00.001Z" was given.',
  },
  { given: { tittle: 'x' }, field: ['tittle'], message: 'The signal has no field "tittle".' },
  { given: { groupKey: 'x' }, field: ['groupKey'], message: 'The signal has no field "groupKey".' },
  {
    given: { labels: Array.from({ length: 64 }, (_, i) => ({ name: `l${i}`, value: '漢'.repeat(400) })) },
    field: [],
    message: 'The texts of a signal may take 65536 bytes together, but 77006 were given.',
  },
];
test.each(cases)('refuses with: $message', ({ given, field, message }) => {
  expect(refused({ ...least, ...given })).toEqual([{ code: 'INVALID', message, field: ['input', ...field] }]);
});

test.each([undefined, null, 5, 'text', [least]])('%s is no signal', (input) => {
  expect(refused(input)).toMatchObject([{ field: ['input'] }]);
});

test('many mistakes are all named, within reason', () => {
  expect(refused({}).map(({ field }) => field?.at(-1))).toEqual(['source', 'service', 'title']);
  expect(refused(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`x${i}`, 1])))).toHaveLength(20);
});

test("a bridge's group key is bounded as well", () => {
  expect(parseSignal(least, ['input'], now, '{}:{}')).toMatchObject({ ok: true, signal: { groupKey: '{}:{}' } });
  expect(parseSignal(least, ['input'], now, 'x'.repeat(251))).toMatchObject({ ok: false });
});

describe('properties', () => {
  const text = fc.string({ unit: 'binary', maxLength: 12 });
  const messy = (arbitrary: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: fc.jsonValue() });
  const reading = fc.record({
    name: messy(text),
    value: messy(fc.double()),
    unit: messy(text),
    warning: messy(fc.double()),
  });
  const signal = fc.record(
    {
      source: messy(text),
      service: messy(text),
      title: messy(fc.oneof(text, fc.string({ unit: 'binary', minLength: 240, maxLength: 260 }))),
      description: messy(text),
      url: messy(fc.webUrl()),
      state: messy(fc.constantFrom('FIRING', 'RESOLVED')),
      dedupKey: messy(text),
      confidence: messy(fc.double({ min: 0, max: 1, noNaN: true })),
      metrics: messy(fc.array(reading, { maxLength: 4 })),
      labels: messy(fc.array(fc.record({ name: messy(text), value: messy(text) }), { maxLength: 4 })),
      occurredAt: messy(fc.date().map((date) => (Number.isNaN(date.getTime()) ? 'never' : date.toISOString()))),
      historical: messy(fc.boolean()),
    },
    { requiredKeys: ['source', 'service', 'title'] },
  );

  test('it never throws, and every refusal has a path and a message', () => {
    fc.assert(
      fc.property(fc.oneof(signal, fc.jsonValue(), fc.anything()), (input) => {
        const parsed = parseSignal(input, ['input'], now);
        if (parsed.ok) return;
        expect(parsed.errors.length).toBeGreaterThan(0);
        for (const { field, message } of parsed.errors) {
          expect(field?.[0]).toBe('input');
          expect(message.length).toBeLessThan(400);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('what was accepted is accepted again, unchanged', () => {
    fc.assert(
      fc.property(signal, (input) => {
        const first = parseSignal(input, ['input'], now);
        if (!first.ok) return;
        const { groupKey, ...again } = first.signal;
        expect(parseSignal(again, ['input'], now, groupKey)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });
});
