import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';

export const searchFieldId = 'board-search';
const settleMs = 150;

interface SearchFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** What is typed belongs to the field until the fingers rest; only then does it go to the URL and to the cards. */
export function SearchField({ text, onChange }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = text;
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <label className="relative min-w-0 flex-1 basis-44 sm:max-w-72">
      <span className="sr-only">Search</span>
      <Search size={14} aria-hidden="true" className="absolute top-1/2 left-2 -translate-y-1/2 text-muted" />
      <input
        ref={field}
        id={searchFieldId}
        type="search"
        className="field w-full pl-7"
        placeholder="Search title, service, number"
        defaultValue={text}
        onChange={({ target }) => {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onChange(target.value), settleMs);
        }}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
    </label>
  );
}
