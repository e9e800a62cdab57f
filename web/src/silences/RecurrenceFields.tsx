import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { FormField } from '../forms/FormField.tsx';
import { toggleClass } from '../forms/toggleClass.ts';
import { type Recurrence, repetitions, repetitionWords, weekdays, weekdayWords } from './recurrence.ts';

interface RecurrenceFieldsProps {
  readonly value: Recurrence;
  readonly onChange: (value: Recurrence) => void;
  readonly problem: string | undefined;
}

export function RecurrenceFields({ value, onChange, problem }: RecurrenceFieldsProps) {
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <FormField label="Repeats" problem={value.repetition === 'RULE' ? undefined : problem}>
        {(attributes) => (
          <select
            {...attributes}
            className="field w-44"
            value={value.repetition}
            onChange={({ target }) =>
              onChange({ ...value, repetition: repetitions.find((each) => each === target.value) ?? 'ONCE' })
            }
          >
            {repetitions.map((repetition) => (
              <option key={repetition} value={repetition}>
                {repetitionWords[repetition]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {value.repetition === 'WEEKLY' && (
        <ToggleButtonGroup
          aria-label="On these days"
          selectionMode="multiple"
          selectedKeys={value.days}
          onSelectionChange={(keys) => onChange({ ...value, days: weekdays.filter((day) => keys.has(day)) })}
          className="flex flex-wrap gap-1"
        >
          {weekdays.map((day) => (
            <ToggleButton key={day} id={day} aria-label={weekdayWords[day]} className={toggleClass}>
              {weekdayWords[day].slice(0, 2)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {value.repetition === 'RULE' && (
        <FormField
          label="Rule"
          hint="RFC 5545 without DTSTART, for example FREQ=MONTHLY;BYDAY=2TU for every second Tuesday."
          problem={problem}
        >
          {(attributes) => (
            <input
              {...attributes}
              className="field w-full font-mono"
              maxLength={500}
              value={value.rule}
              onChange={({ target }) => onChange({ ...value, rule: target.value })}
            />
          )}
        </FormField>
      )}
    </div>
  );
}
