import { expect, it } from 'vitest';
import { byteArray, jsonArray, plainArray, textArray } from './arrayLiteral.ts';

it('quotes every text, and escapes what the quotes would end at', () => {
  expect(textArray(['plain', '', null, 'NULL', 'a,b {c}', 'say "no"', 'C:\\temp'])).toBe(
    '{"plain","",null,"NULL","a,b {c}","say \\"no\\"","C:\\\\temp"}',
  );
});

it('leaves line breaks what they are', () => {
  expect(textArray(['two\nlines', null, 'a "b" \\n'])).toBe('{"two\nlines",NULL,"a \\"b\\" \\\\n"}');
});

it('writes numbers, booleans and words as they are', () => {
  expect(plainArray([1, -0.5, 1e-7, null, true, 'OPEN'])).toBe('{1,-0.5,1e-7,NULL,true,OPEN}');
});

it('quotes documents, whose own quotes and escapes stay what they are', () => {
  expect(jsonArray([{ note: 'say "no"\n' }, [], null])).toBe(
    '{"{\\"note\\":\\"say \\\\\\"no\\\\\\"\\\\n\\"}","[]",null}',
  );
});

it('makes empty arrays of nothing', () => {
  expect([textArray([]), plainArray([]), jsonArray([])]).toEqual(['{}', '{}', '{}']);
});

it('writes bytes as their digits', () => {
  expect(byteArray([Uint8Array.of(0, 255, 16), new Uint8Array()])).toBe('{"\\\\x00ff10","\\\\x"}');
});
