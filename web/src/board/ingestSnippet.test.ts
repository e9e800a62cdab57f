import { expect, test } from 'vitest';
import { curlLine } from './ingestSnippet.ts';

test('the line for the shell carries the origin, the token and valid JSON', () => {
  const line = curlLine('http://127.0.0.1:8080', '$VIGIL_TOKEN');
  expect(line).toContain('http://127.0.0.1:8080/graphql');
  expect(line).toContain('Bearer $VIGIL_TOKEN');
  const body = /-d '(.*)'$/s.exec(line)?.[1] ?? '';
  expect(JSON.parse(body).variables.input).toMatchObject({ source: 'curl', service: 'checkout' });
});
