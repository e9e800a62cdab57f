import { describe, expect, it } from 'vitest';
import { markHostileText } from './hostileText.ts';

/** `[U+202E]` stands for a mark, so that the tables stay legible. */
function show(text: string): string {
  return markHostileText(text)
    .map((part) => (part.kind === 'text' ? part.text : `[${part.codePoint}]`))
    .join('');
}

describe('markHostileText', () => {
  it.each([
    ['plain text', 'CPU over 90 % on web-1', 'CPU over 90 % on web-1'],
    ['markup, which stays text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['nothing', '', ''],
    ['other scripts', 'サーバー停止 · сбой · تعطل الخادم', 'サーバー停止 · сбой · تعطل الخادم'],
    ['tabs and line feeds', 'a\tb\nc', 'a\tb\nc'],
    ['an emoji sequence', '👩‍🚒 on call', '👩‍🚒 on call'],
    ['Persian spelling', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ])('leaves %s alone', (_name, text, shown) => {
    expect(show(text)).toBe(shown);
  });

  it.each([
    ['a right-to-left override', 'invoice\u202Egpj.exe', 'invoice[U+202E]gpj.exe'],
    ['isolates', '\u2067abc\u2069', '[U+2067]abc[U+2069]'],
    ['a zero-width space', 'pay\u200Bments', 'pay[U+200B]ments'],
    ['a joiner between Latin letters', 'pay\u200Dments', 'pay[U+200D]ments'],
    ['a byte order mark', '\uFEFFdb', '[U+FEFF]db'],
    ['a soft hyphen', 'pay\u00ADments', 'pay[U+00AD]ments'],
    ['an escape code', '\u001B[31mred', '[U+001B][31mred'],
    ['a carriage return', 'a\rb', 'a[U+000D]b'],
    ['tag characters', 'a\u{E0041}', 'a[U+E0041]'],
    ['a blank letter', '\u3164', '[U+3164]'],
  ])('makes %s visible', (_name, text, shown) => {
    expect(show(text)).toBe(shown);
  });

  it('names what it marks', () => {
    expect(markHostileText('\u202E\u0007\u{E0041}')).toEqual([
      { kind: 'mark', codePoint: 'U+202E', name: 'right-to-left override' },
      { kind: 'mark', codePoint: 'U+0007', name: 'control character' },
      { kind: 'mark', codePoint: 'U+E0041', name: 'invisible character' },
    ]);
  });
});
