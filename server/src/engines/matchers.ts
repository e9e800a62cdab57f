import { RE2JS } from 're2js';
import { type Matcher, type MatcherOperator, matcherBounds } from '../domain/matcher.ts';
import type { Severity } from '../domain/severity.ts';
import type { Label } from '../domain/signal.ts';

/** What matchers are held against: labels, and the names that every signal has. */
export interface Matchable {
  readonly source: string;
  readonly service: string;
  readonly title: string;
  /** What the engines decided. */
  readonly severity: Severity;
  readonly labels: readonly Label[];
}

const symbols = {
  EQUAL: '=',
  NOT_EQUAL: '!=',
  MATCHES: '=~',
  NOT_MATCHES: '!~',
} satisfies Record<MatcherOperator, string>;
const operators = new Map(Object.entries(symbols).map(([operator, symbol]) => [symbol, operator as MatcherOperator]));

/** A compiled expression of more instructions than this costs too much on every signal. */
const mostInstructions = 2_000;
const mostRemembered = 2_000;
const expressions = new Map<string, RE2JS>();

/**
 * Whether all matchers match, as Alertmanager's do: a label that is missing is the empty text, expressions are RE2's and must match the
 * whole of it. A label goes before the built-in of its name (`source`, `service`, `title`, `severity`), so that what was written for
 * Alertmanager means the same here.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#matcher
 */
export function matchesAll(matchers: readonly Matcher[], subject: Matchable): boolean {
  // What is cheap first: an equality that fails spares the expressions.
  return (
    matchers.every((matcher) => isExpression(matcher) || matches(matcher, subject)) &&
    matchers.every((matcher) => !isExpression(matcher) || matches(matcher, subject))
  );
}

/** The text that a matcher of this name looks at. */
export function labelOf(subject: Matchable, name: string): string {
  for (const label of subject.labels) if (label.name === name) return label.value;
  switch (name) {
    case 'source':
    case 'service':
    case 'title':
    case 'severity':
      return subject[name];
    default:
      return '';
  }
}

/** What is wrong with a matcher's expression; null when nothing is. Takes time in proportion to its length. */
export function expressionFault(pattern: string): string | null {
  if (pattern.length > matcherBounds.value) return `is longer than ${matcherBounds.value} characters`;
  try {
    const size = compiled(pattern).programSize();
    return size <= mostInstructions
      ? null
      : `compiles to ${size} instructions, at most ${mostInstructions} are allowed`;
  } catch (error) {
    return `is not a regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Whether matchers match a signal that has nothing at all: such a silence would hold everything back. */
export function matchesEmpty(matchers: readonly Matcher[]): boolean {
  return matchers.every((matcher) => compare(matcher, ''));
}

/** As Alertmanager writes it, for example `severity=~"critical|page"`. */
export function formatMatcher({ name, operator, value }: Matcher): string {
  const quoted = value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
  return `${name}${symbols[operator]}"${quoted}"`;
}

const written = /^\s*([^\s=!~"{},]+)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\["\\n])*)"|([^"{},]*?))\s*$/;

/** Reads what `formatMatcher` writes; quotes may be left out. Null when it is no matcher. Does not compile the expression. */
export function parseMatcher(text: string): Matcher | null {
  const [, name, symbol = '', quoted, bare] = written.exec(text) ?? [];
  const operator = operators.get(symbol);
  if (name === undefined || operator === undefined) return null;
  const value = quoted?.replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)) ?? bare ?? '';
  return { name, operator, value };
}

function matches(matcher: Matcher, subject: Matchable): boolean {
  return compare(matcher, labelOf(subject, matcher.name));
}

function compare({ operator, value }: Matcher, text: string): boolean {
  switch (operator) {
    case 'EQUAL':
      return text === value;
    case 'NOT_EQUAL':
      return text !== value;
    case 'MATCHES':
      return compiled(value).testExact(text);
    case 'NOT_MATCHES':
      return !compiled(value).testExact(text);
  }
}

function isExpression({ operator }: Matcher): boolean {
  return operator === 'MATCHES' || operator === 'NOT_MATCHES';
}

/** Remembered by its text: the same text always compiles to the same. Throws RE2JSSyntaxException. */
function compiled(pattern: string): RE2JS {
  const known = expressions.get(pattern);
  if (known !== undefined) return known;
  const fresh = RE2JS.compile(pattern);
  if (expressions.size >= mostRemembered) expressions.clear();
  expressions.set(pattern, fresh);
  return fresh;
}
