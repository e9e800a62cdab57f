import { expect, test } from 'vitest';
import { tokenOfFragment, tokenOfInput } from './token.ts';

test.each([
  ['#token=vgl_abc', 'vgl_abc'],
  ['#a=b&token=vgl%2Babc', 'vgl+abc'],
  ['#token=', null],
  ['#main', null],
  ['', null],
])('the token of the fragment %o is %o', (fragment, token) => {
  expect(tokenOfFragment(fragment)).toBe(token);
});

test.each([
  ['  vgl_abc \n', 'vgl_abc'],
  ['Bearer vgl_abc', 'vgl_abc'],
  ['http://127.0.0.1:8080/#token=vgl_abc', 'vgl_abc'],
  ['', null],
  ['two words', null],
])('from what was pasted, %o, the token is %o', (input, token) => {
  expect(tokenOfInput(input)).toBe(token);
});
