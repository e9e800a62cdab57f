import { expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';
import { httpEndpoint, socketEndpoint } from './endpoint.ts';

it.each([
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/graphql', 'ws://127.0.0.1:8080/graphql'],
  ['https://vigil.example/', 'https://vigil.example/graphql', 'wss://vigil.example/graphql'],
  ['https://example.org/vigil/', 'https://example.org/vigil/graphql', 'wss://example.org/vigil/graphql'],
  ['https://example.org/vigil/graphql', 'https://example.org/vigil/graphql', 'wss://example.org/vigil/graphql'],
])('%s is served at %s and %s', (url, http, socket) => {
  expect(httpEndpoint(url)).toBe(http);
  expect(socketEndpoint(url)).toBe(socket);
});

it.each([
  [0, 125, 250],
  [1, 250, 500],
  [5, 4_000, 8_000],
  [6, 5_000, 10_000],
  [5_000, 5_000, 10_000],
])('try %i waits between %i and %i ms', (attempt, least, most) => {
  expect(backoffMs(attempt, () => 0)).toBe(least);
  expect(backoffMs(attempt, () => 1)).toBe(most);
});
