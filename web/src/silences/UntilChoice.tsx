import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { toggleClass } from '../forms/toggleClass.ts';

/** How long from the beginning, in minutes; `AT` is a moment that is typed. */
export type SilenceLength = number | 'AT';

const choices = [
  { minutes: 30, words: '30 min' },
  { minutes: 60, words: '1 h' },
  { minutes: 4 * 60, words: '4 h' },
  { minutes: 24 * 60, words: '1 day' },
  { minutes: 7 * 24 * 60, words: '1 week' },
] as const;

interface UntilChoiceProps {
  readonly value: SilenceLength;
  readonly onChange: (value: SilenceLength) => void;
}

export function UntilChoice({ value, onChange }: UntilChoiceProps) {
  return (
    <ToggleButtonGroup
      aria-label="How long"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[String(value)]}
      onSelectionChange={(keys) => {
        const [key] = [...keys];
        onChange(choices.find(({ minutes }) => String(minutes) === key)?.minutes ?? 'AT');
      }}
      className="flex flex-wrap gap-1"
    >
      {choices.map(({ minutes, words }) => (
        <ToggleButton key={minutes} id={String(minutes)} className={toggleClass}>
          {words}
        </ToggleButton>
      ))}
      <ToggleButton id="AT" className={toggleClass}>
        Until…
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
