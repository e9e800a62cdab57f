import { useEffect, useEffectEvent, useState } from 'react';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const waitForTypingMs = 250;

/** Answers when typing pauses, so that each letter is not a question to the server and a step in the history. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [settled, setSettled] = useState(value);
  // The URL was changed elsewhere, for example by the back button.
  if (value !== settled) {
    setSettled(value);
    setTyped(value);
  }
  const answer = useEffectEvent(onChange);
  useEffect(() => {
    if (typed === settled) return;
    const timer = setTimeout(() => {
      setSettled(typed);
      answer(typed);
    }, waitForTypingMs);
    return () => clearTimeout(timer);
  }, [typed, settled]);
  return (
    <input
      type="search"
      aria-label="Search incidents"
      placeholder="Title, service or number"
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.target.value)}
      className="field w-full sm:w-64"
    />
  );
}
