import { expect, test } from 'vitest';
import { documents, moments, optionalDocuments, plain, rowColumns, texts } from './rowColumns.ts';

interface Row {
  readonly count: number;
  readonly name: string | null;
  readonly at: Date;
  readonly labels: readonly string[];
  readonly previous: { readonly status: string } | null;
}

const columns = rowColumns<Row>({
  count: plain('int', ({ count }) => count),
  name: texts(({ name }) => name),
  at: moments(({ at }) => at),
  labels: documents('jsonb', ({ labels }) => labels),
  previous: optionalDocuments('json', ({ previous }) => previous),
});

test('rows become one parameter a column, which the statement takes apart side by side', () => {
  expect(columns.source).toBe(
    '(select unnest($1::text::int[]) as count, unnest($2::text::text[]) as name, unnest($3::text::timestamptz[]) as at, ' +
      'jsonb_array_elements($4::text::jsonb) as labels, unnest($5::text::json[]) as previous) as new',
  );
  const at = new Date('2026-11-27T03:00:00.000Z');
  expect(
    columns.parameters([
      { count: 1, name: 'a "b"', at, labels: ['x'], previous: null },
      { count: 2, name: null, at, labels: [], previous: { status: 'OPEN' } },
    ]),
  ).toEqual([
    '{1,2}',
    '{"a \\"b\\"",null}',
    '{2026-11-27T03:00:00.000Z,2026-11-27T03:00:00.000Z}',
    '[["x"],[]]',
    '{null,"{\\"status\\":\\"OPEN\\"}"}',
  ]);
});

test('no rows are empty lists', () => {
  expect(columns.parameters([])).toEqual(['{}', '{}', '{}', '[]', '{}']);
});
