/** Alertmanager's `=`, `!=`, `=~` and `!~`. */
export const matcherOperators = ['EQUAL', 'NOT_EQUAL', 'MATCHES', 'NOT_MATCHES'] as const;
export type MatcherOperator = (typeof matcherOperators)[number];

/** What a label must be. A label that is not there is the empty text. */
export interface Matcher {
  readonly name: string;
  readonly operator: MatcherOperator;
  /** A regular expression for MATCHES and NOT_MATCHES; it must match the whole label. */
  readonly value: string;
}

/** Texts in characters. */
export const matcherBounds = { matchers: 20, name: 100, value: 500 } as const;
