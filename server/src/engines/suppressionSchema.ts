import { z } from 'zod';
import { matcherBounds } from '../domain/matcher.ts';
import { expressionFault, matchesEmpty, parseMatcher } from './matchers.ts';

const name = z.string().min(1).max(100);

/** As Alertmanager writes it, for example `severity=~"critical|page"`. */
const matcher = z
  .string()
  .max(700)
  .superRefine((text, context) => {
    const parsed = parseMatcher(text);
    const isExpression = parsed?.operator === 'MATCHES' || parsed?.operator === 'NOT_MATCHES';
    const fault = isExpression ? expressionFault(parsed.value) : null;
    if (parsed !== null && fault === null) return;
    const message = `expected a matcher such as service=~"check.*"${fault === null ? '' : `, but its value ${fault}`}`;
    context.addIssue({ code: 'custom', message });
  });

const matchers = z.array(matcher).min(1).max(matcherBounds.matchers);

const sourceMatchers = matchers.refine((texts) => {
  const parsed = texts.flatMap((text) => parseMatcher(text) ?? []);
  // What does not parse or compile has been said already.
  return parsed.length < texts.length || parsed.some(isFaulty) || !matchesEmpty(parsed);
}, 'expected a matcher that does not match the empty text, since with these every alert would inhibit others');

function isFaulty({ operator, value }: { operator: string; value: string }): boolean {
  return (operator === 'MATCHES' || operator === 'NOT_MATCHES') && expressionFault(value) !== null;
}

/** While an alert that matches `source` fires, signals that match `target` are held back where these labels are equal. */
export const inhibitionSchema = z
  .array(z.strictObject({ name, source: sourceMatchers, target: matchers, equal: z.array(name).max(20) }))
  .max(50)
  .refine((rules) => new Set(rules.map((rule) => rule.name)).size === rules.length, 'expected a name only once');

/**
 * An alert flaps from `highPercent` of change on, until it comes under `lowPercent`; each `checkMinutes` of its past count as one check.
 * The incident of a flapping alert is not resolved before the alert has stayed so for `stayResolvedMinutes`. Null: nothing flaps.
 */
export const flappingSchema = z
  .strictObject({
    highPercent: z.number().min(1).max(100),
    lowPercent: z.number().min(0).max(100),
    checkMinutes: z.number().min(0.1).max(1_440),
    stayResolvedMinutes: z.number().min(0.1).max(525_600),
  })
  .refine((flapping) => flapping.lowPercent <= flapping.highPercent, 'expected lowPercent ≤ highPercent')
  .nullable();
