import { Plus, X } from 'lucide-react';
import { Button } from '../components/Button.tsx';
import { FieldProblem } from '../forms/FormField.tsx';
import { type Problem, problemAt } from '../forms/submitInput.ts';
import { type Matcher, operatorSymbols, operators } from './matcherText.ts';

interface MatcherFieldsProps {
  readonly matchers: readonly Matcher[];
  readonly onChange: (matchers: readonly Matcher[]) => void;
  readonly problems: readonly Problem[];
}

const operatorWords = {
  EQUAL: 'is',
  NOT_EQUAL: 'is not',
  MATCHES: 'matches the expression',
  NOT_MATCHES: 'does not match the expression',
} as const satisfies Record<Matcher['operator'], string>;

const mostMatchers = 20;
const usualNames = ['service', 'severity', 'source', 'title'] as const;
export const blankMatcher: Matcher = { name: '', operator: 'EQUAL', value: '' };

/** All of them must match: name, operator and value, a row each. */
export function MatcherFields({ matchers, onChange, problems }: MatcherFieldsProps) {
  const change = (index: number, changed: Partial<Matcher>) =>
    onChange(matchers.map((matcher, place) => (place === index ? { ...matcher, ...changed } : matcher)));
  const ofAll = problems.filter(({ field }) => field?.at(-1) === 'matchers').map(({ message }) => message);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-13 font-semibold">What to hold back</legend>
      <datalist id="matcher-names">
        {usualNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {matchers.map((matcher, index) => {
        const problem = problemAt(problems, 'matchers', String(index));
        const described = problem === undefined ? undefined : `matcher-${index}-problem`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and are only added at the end
          <div key={index} className="flex flex-col gap-1">
            <div className="flex min-w-0 items-center gap-1">
              <input
                className="field min-w-0 flex-1 basis-24"
                aria-label={`Label ${index + 1}`}
                placeholder="Label"
                list="matcher-names"
                maxLength={100}
                autoComplete="off"
                aria-invalid={problem === undefined ? undefined : true}
                aria-describedby={described}
                value={matcher.name}
                onChange={({ target }) => change(index, { name: target.value })}
              />
              <select
                className="field w-14 font-mono"
                aria-label={`Comparison ${index + 1}`}
                value={matcher.operator}
                onChange={({ target }) =>
                  change(index, { operator: operators.find((each) => each === target.value) ?? 'EQUAL' })
                }
              >
                {operators.map((operator) => (
                  <option
                    key={operator}
                    value={operator}
                    title={operatorWords[operator]}
                    aria-label={operatorWords[operator]}
                  >
                    {operatorSymbols[operator]}
                  </option>
                ))}
              </select>
              <input
                className="field min-w-0 flex-[2] basis-32"
                aria-label={`Value ${index + 1}`}
                placeholder={matcher.operator.endsWith('MATCHES') ? 'Regular expression of the whole value' : 'Value'}
                maxLength={500}
                autoComplete="off"
                aria-invalid={problem === undefined ? undefined : true}
                aria-describedby={described}
                value={matcher.value}
                onChange={({ target }) => change(index, { value: target.value })}
              />
              <Button
                variant="quiet"
                size="small"
                className="w-7 px-0!"
                aria-label={`Remove matcher ${index + 1}`}
                isDisabled={matchers.length === 1}
                onPress={() => onChange(matchers.filter((_, place) => place !== index))}
              >
                <X size={14} aria-hidden="true" />
              </Button>
            </div>
            <FieldProblem id={`matcher-${index}-problem`} problem={problem} />
          </div>
        );
      })}
      <FieldProblem problem={ofAll.length === 0 ? undefined : ofAll.join(' ')} />
      <Button
        variant="quiet"
        size="small"
        className="-ml-2 self-start"
        isDisabled={matchers.length >= mostMatchers}
        onPress={() => onChange([...matchers, blankMatcher])}
      >
        <Plus size={14} aria-hidden="true" />
        And…
      </Button>
    </fieldset>
  );
}
