import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { parseRange, type RangeName, rangeNames, ranges } from './range.ts';

interface RangeChoiceProps {
  readonly range: RangeName;
  readonly onChange: (range: RangeName) => void;
}

export function RangeChoice({ range, onChange }: RangeChoiceProps) {
  return (
    <ToggleButtonGroup
      aria-label="Range of the figures"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[range]}
      onSelectionChange={([key]) => onChange(parseRange(key))}
      className="inline-flex gap-0.5 rounded-md border border-border bg-surface p-0.5"
    >
      {rangeNames.map((name) => (
        <ToggleButton
          key={name}
          id={name}
          aria-label={ranges[name].words}
          className="h-6 min-w-9 cursor-default rounded-[4px] px-2 text-12 font-semibold text-muted data-hovered:text-text data-selected:bg-hover data-selected:text-text data-focus-visible:outline-2 data-focus-visible:outline-focus"
        >
          {ranges[name].label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
