/** No moment that is stored is later: other years are refused where they come in. */
const lastYear = 9_999;

/**
 * An edge of a stretch of time as Postgres reads it. Where a range ends with the last year, the edges of its cells lie beyond it, and
 * `toISOString` writes those years as Postgres does not.
 */
export function edgeText(edge: Date): string {
  return edge.getUTCFullYear() > lastYear ? 'infinity' : edge.toISOString();
}
