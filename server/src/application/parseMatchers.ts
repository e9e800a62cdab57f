import { type Matcher, type MatcherOperator, matcherBounds } from '../domain/matcher.ts';
import type { UserError } from '../domain/userError.ts';
import { expressionFault, matchesEmpty } from '../engines/matchers.ts';
import { cleanLine, cleanText, countCharacters } from './cleanText.ts';
import { shown } from './inputReader.ts';

export interface MatcherInput {
  readonly name: string;
  /** EQUAL when it is not given. */
  readonly operator?: MatcherOperator | undefined;
  readonly value: string;
}

/** Checks and cleans the matchers at `field`; what is wrong goes into `errors`. */
export function parseMatchers(
  inputs: readonly MatcherInput[],
  field: readonly string[],
  errors: UserError[],
): Matcher[] {
  const refuse = (path: readonly string[], message: string) => {
    errors.push({ code: 'INVALID', message, field: [...field, ...path] });
  };
  if (inputs.length < 1 || inputs.length > matcherBounds.matchers) {
    refuse([], `matchers has ${inputs.length}, from 1 to ${matcherBounds.matchers} are allowed`);
    return [];
  }
  const before = errors.length;
  const matchers = inputs.map(({ name, operator = 'EQUAL', value }, index): Matcher => {
    const matcher = { name: cleanLine(name), operator, value: cleanText(value) };
    const length = countCharacters(matcher.name);
    if (length < 1 || length > matcherBounds.name) {
      refuse([String(index), 'name'], `name has ${length} characters, from 1 to ${matcherBounds.name} are allowed`);
    }
    const fault = valueFault(matcher);
    if (fault !== null) refuse([String(index), 'value'], `value ${shown(matcher.value)} ${fault}`);
    return matcher;
  });
  if (errors.length === before && matchesEmpty(matchers)) {
    refuse([], 'At least one of the matchers must not match the empty text: these would hold every signal back');
  }
  return matchers;
}

function valueFault({ operator, value }: Matcher): string | null {
  if (operator === 'MATCHES' || operator === 'NOT_MATCHES') return expressionFault(value);
  const length = countCharacters(value);
  return length > matcherBounds.value ? `has ${length} characters, at most ${matcherBounds.value} are allowed` : null;
}
