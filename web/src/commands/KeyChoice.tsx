import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { formatKeys } from './formatKeys.ts';

interface KeyChoiceProps {
  /** What the keys do. */
  readonly title: string;
  readonly keys: readonly string[];
  /** Takes new keys, or answers why they cannot be had. Undefined when they are only shown. */
  readonly onChange: ((keys: string) => string | undefined) | undefined;
}

/** A second key within this time makes a sequence. */
const sequenceMs = 800;
const mostPresses = 2;

/** The keys of a command; as a button it takes the next key that is pressed. */
export function KeyChoice({ title, keys, onChange }: KeyChoiceProps) {
  const [pressed, setPressed] = useState<readonly string[]>();
  const [problem, setProblem] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (onChange === undefined) {
    return (
      <span className="flex gap-1">
        {keys.map((each) => (
          <kbd key={each} className="key">
            {formatKeys(each)}
          </kbd>
        ))}
      </span>
    );
  }
  function finish(presses: readonly string[]): void {
    clearTimeout(timer.current);
    setPressed(undefined);
    setProblem(onChange?.(presses.join(' ')));
  }
  function take(event: KeyboardEvent): void {
    if (pressed === undefined || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      clearTimeout(timer.current);
      setPressed(undefined);
      return;
    }
    const press = pressOf(event);
    if (press === undefined) return;
    const presses = [...pressed, press];
    clearTimeout(timer.current);
    if (presses.length === mostPresses) finish(presses);
    else {
      setPressed(presses);
      timer.current = setTimeout(() => finish(presses), sequenceMs);
    }
  }
  const shown = keys.map((each) => formatKeys(each)).join(', ');
  return (
    <span className="flex items-center gap-2">
      {problem !== undefined && (
        <span role="alert" className="text-12 text-muted">
          {problem}
        </span>
      )}
      <button
        type="button"
        aria-label={`Keys for “${title}”: ${shown === '' ? 'none' : shown}. Change`}
        onClick={() => {
          setProblem(undefined);
          setPressed([]);
        }}
        onKeyDown={take}
        onBlur={() => setPressed(undefined)}
        className="key min-h-6 cursor-default hover:border-control"
      >
        {pressed === undefined ? shown || 'none' : pressed.join(' ') || 'press a key'}
      </button>
    </span>
  );
}

/** As tinykeys writes it; undefined for a modifier alone. */
function pressOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(key)) return undefined;
  const modifiers = [ctrlKey || metaKey ? '$mod' : '', altKey ? 'Alt' : '', shiftKey ? 'Shift' : ''].filter(Boolean);
  return [...modifiers, key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key].join('+');
}
