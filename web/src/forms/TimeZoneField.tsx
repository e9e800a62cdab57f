import { FormField } from './FormField.tsx';
import { browserTimeZone } from './wallTime.ts';

interface TimeZoneFieldProps {
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
  readonly problem?: string | undefined;
  readonly label?: string;
}

/** Named ones first that most people want: the browser's own, and UTC. */
export function TimeZoneField({ value, onChange, problem, label = 'Time zone' }: TimeZoneFieldProps) {
  const own = browserTimeZone();
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== own && zone !== 'UTC');
  return (
    <FormField label={label} problem={problem}>
      {(attributes) => (
        <select
          {...attributes}
          className="field max-w-56"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {[...new Set([own, 'UTC', ...others])].map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
