import { useSelected, useSelection } from './SelectionContext.tsx';

interface SelectBoxProps {
  readonly id: string;
  readonly number: number;
  /** What is shown, in its order, for ranges with Shift. */
  readonly order: () => readonly string[];
  readonly tabIndex?: number;
}

/** Selects an incident; with Shift all from where the range began. */
export function SelectBox({ id, number, order, tabIndex }: SelectBoxProps) {
  const selection = useSelection();
  const isSelected = useSelected(({ ids }) => ids.has(id));
  return (
    <label className="select-box">
      <input
        type="checkbox"
        aria-label={`Select #${number}`}
        checked={isSelected}
        tabIndex={tabIndex}
        onChange={({ nativeEvent }) => {
          const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
          if (isRange) selection.extend(id, order());
          else selection.toggle(id);
        }}
      />
    </label>
  );
}
