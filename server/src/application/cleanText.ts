const control = /\p{Cc}/u;
const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const controlsButLinesAndTabs = /[^\P{Cc}\n\t]/gu;

/** Most texts are ASCII and need nothing: a look at them is three times cheaper than cleaning. */
const cleanAsciiLine = /^[!-~](?:[ -~]*[!-~])?$/;
const cleanAsciiText = /^[\n\t -~]*$/;

/** Postgres refuses NUL and lone surrogates: whoever sent one would retry for ever. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** Whether a text can be stored as it is: one that cannot be is equal to nothing that is. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** For names, titles and keys: one line, trimmed; control characters become a space. Cleaning twice changes nothing. */
export function cleanLine(text: string): string {
  if (cleanAsciiLine.test(text)) return text;
  return storable(text).replace(controls, ' ').trim();
}

/** For free text: line breaks (as `\n`) and tabs stay, other control characters go. Cleaning twice changes nothing. */
export function cleanText(text: string): string {
  if (cleanAsciiText.test(text)) return text;
  const kept = storable(text);
  if (!control.test(kept)) return kept;
  return kept.replace(/\r\n?/g, '\n').replace(controlsButLinesAndTabs, '');
}

/** Counts code points: an emoji is one character. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) count -= 1;
  }
  return count;
}

/** The text, or its beginning and an ellipsis: at most `max` characters. */
export function shortenText(text: string, max: number): string {
  if (text.length <= max || countCharacters(text) <= max) return text;
  let end = 0;
  for (let count = 0; count < max - 1; count += 1) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return `${text.slice(0, end)}…`;
}
