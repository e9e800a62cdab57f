/** A stretch of text to show as it is, or a character that would trick the eye. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark'; readonly codePoint: string; readonly name: string };

const names: ReadonlyMap<string, string> = new Map([
  ['\u00AD', 'soft hyphen'],
  ['\u034F', 'combining grapheme joiner'],
  ['\u061C', 'Arabic letter mark'],
  ['\u115F', 'Hangul filler'],
  ['\u1160', 'Hangul filler'],
  ['\u180E', 'Mongolian vowel separator'],
  ['\u200B', 'zero-width space'],
  ['\u200C', 'zero-width non-joiner'],
  ['\u200D', 'zero-width joiner'],
  ['\u200E', 'left-to-right mark'],
  ['\u200F', 'right-to-left mark'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\u202A', 'left-to-right embedding'],
  ['\u202B', 'right-to-left embedding'],
  ['\u202C', 'pop directional formatting'],
  ['\u202D', 'left-to-right override'],
  ['\u202E', 'right-to-left override'],
  ['\u2060', 'word joiner'],
  ['\u2066', 'left-to-right isolate'],
  ['\u2067', 'right-to-left isolate'],
  ['\u2068', 'first strong isolate'],
  ['\u2069', 'pop directional isolate'],
  ['\u3164', 'Hangul filler'],
  ['\uFEFF', 'byte order mark'],
  ['\uFFA0', 'Hangul filler'],
]);

/**
 * Everything of Unicode's Format and Control categories (direction overrides, zero-width characters, tags, escape codes)
 * plus the blank letters that look like nothing. Tab and line feed are what people write in notes.
 */
const hidden = /[\p{Cf}\p{Cc}\u115F\u1160\u2028\u2029\u3164\uFFA0]|\u034F/u;

/** Inside an emoji sequence, and between letters of scripts that need it, a joiner is spelling rather than a trick. */
const joiners = new Set(['\u200C', '\u200D']);
const joinsWith =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{sc=Arab}\p{sc=Deva}\p{sc=Beng}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Mymr}\p{sc=Khmr}]|\uFE0F/u;

/** Splits text into what can be shown and what must be made visible. Length of the parts' text never exceeds the input's. */
export function markHostileText(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let plain = '';
  const characters = Array.from(text);
  for (const [index, character] of characters.entries()) {
    if (isPlain(character, characters[index - 1], characters[index + 1])) {
      plain += character;
      continue;
    }
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
    parts.push(markOf(character));
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

function isPlain(character: string, before: string | undefined, after: string | undefined): boolean {
  if (character === '\n' || character === '\t') return true;
  if (!hidden.test(character)) return true;
  return (
    joiners.has(character) &&
    before !== undefined &&
    after !== undefined &&
    joinsWith.test(before) &&
    joinsWith.test(after)
  );
}

function markOf(character: string): TextPart {
  const hexadecimal = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    kind: 'mark',
    codePoint: `U+${hexadecimal}`,
    name: names.get(character) ?? (/\p{Cc}/u.test(character) ? 'control character' : 'invisible character'),
  };
}
