import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button } from './Button.tsx';

interface ImportButtonProps {
  readonly label: string;
  /** Which files the chooser offers, for example `.yaml,.yml`. */
  readonly accept: string;
  readonly onText: (text: string, fileName: string) => void;
}

/** Takes in a file of text that the person chooses. */
export function ImportButton({ label, accept, onText }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        aria-label={label}
        accept={accept}
        className="hidden"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) void file.text().then((text) => onText(text, file.name));
          // The same file again is a choice too.
          target.value = '';
        }}
      />
      <Button onPress={() => input.current?.click()}>
        <Upload size={14} aria-hidden="true" />
        {label}
      </Button>
    </>
  );
}
