import { expect, test } from 'vitest';
import { fillIn, waysOf } from './ways.ts';

test('a guide gets the address and the token, and keeps its own words', () => {
  const setup = '  URL         {{url}}\n  Endpoint    {{urlWithToken}}\nBearer {{token}}';
  expect(fillIn(setup, 'https://v.example/bridges/x', '$VIGIL_TOKEN')).toBe(
    '  URL         https://v.example/bridges/x\n  Endpoint    https://vigil:$VIGIL_TOKEN@v.example/bridges/x\nBearer $VIGIL_TOKEN',
  );
});

test('every way has a snippet with this server’s address and the token', () => {
  const bridge = { name: 'x', title: 'X', path: '/bridges/x', setup: '{{url}} with {{token}}', sample: '{}' };
  for (const { snippet } of waysOf([bridge])) {
    const text = snippet('https://v.example', 'vgl_secret');
    expect(text).toContain('https://v.example');
    expect(text).toContain('vgl_secret');
  }
});
