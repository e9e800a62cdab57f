import type { MatcherInput, MatcherOperator } from '../__generated__/operations.ts';

export type Matcher = Required<MatcherInput>;

export const operatorSymbols = {
  EQUAL: '=',
  NOT_EQUAL: '!=',
  MATCHES: '=~',
  NOT_MATCHES: '!~',
} as const satisfies Record<MatcherOperator, string>;

export const operators: readonly MatcherOperator[] = ['EQUAL', 'NOT_EQUAL', 'MATCHES', 'NOT_MATCHES'];

/** As Alertmanager writes them, for example `service="api",severity=~"critical|page"`. */
export function formatMatchers(matchers: readonly Matcher[]): string {
  return matchers
    .map(({ name, operator, value }) => {
      const quoted = value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
      return `${name}${operatorSymbols[operator]}"${quoted}"`;
    })
    .join(',');
}

const one = /\s*([^\s=!~"{},]+)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|([^"{},]*?))\s*(?:,|$)/y;

/** Reads what `formatMatchers` writes; braces around it and quotes may be left out. Null when it is something else. */
export function parseMatchers(text: string): Matcher[] | null {
  const inner = text.trim().replace(/^\{(.*)\}$/s, '$1');
  const matchers: Matcher[] = [];
  one.lastIndex = 0;
  while (one.lastIndex < inner.length) {
    const found = one.exec(inner);
    if (found === null) return null;
    const [, name = '', symbol, quoted, bare = ''] = found;
    const operator = operators.find((each) => operatorSymbols[each] === symbol);
    if (operator === undefined) return null;
    const value = quoted?.replace(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)) ?? bare;
    matchers.push({ name, operator, value });
  }
  return matchers;
}
