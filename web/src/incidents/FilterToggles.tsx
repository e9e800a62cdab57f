import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface FilterTogglesProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly selected: readonly T[];
  readonly onChange: (selected: readonly T[]) => void;
  readonly render: (option: T) => ReactNode;
}

/** Any number of choices; none is all. */
export function FilterToggles<T extends string>({ label, options, selected, onChange, render }: FilterTogglesProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={selected}
      onSelectionChange={(keys) => onChange(options.filter((option) => keys.has(option)))}
      className="inline-flex flex-wrap gap-1"
    >
      {options.map((option) => (
        <ToggleButton
          key={option}
          id={option}
          className="inline-flex h-(--control-height) cursor-default items-center gap-1.5 rounded-md border border-border bg-surface px-2 text-12 data-hovered:bg-hover data-selected:border-text data-selected:bg-hover data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-focus"
        >
          {render(option)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
