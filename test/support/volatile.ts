/**
 * What two servers that were asked the same answer differently: ids, moments, secrets, cursors, figures that rest on the time, and how long
 * a timeline is, which jobs write into meanwhile.
 */
const volatile =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z|(?<="(?:secret|cursor|startCursor|endCursor|head|feedHead)":")[^"]+|(?<="timeline":\{"totalCount":)\d+|(?<="\w*Seconds":)[\d.]+|-?\d+\.\d{3,}(?:e-?\d+)?/g;

/** A text with everything volatile taken out, and what was taken out in its order. */
export function withoutVolatile(text: string): { readonly skeleton: string; readonly taken: readonly string[] } {
  const taken: string[] = [];
  const skeleton = text.replace(volatile, (found) => {
    taken.push(found);
    return '◌';
  });
  return { skeleton, taken };
}
