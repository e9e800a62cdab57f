import { clsx } from 'clsx';
import { markHostileText } from './hostileText.ts';

interface HostileTextProps {
  /** Anything a source or a person sent. */
  readonly text: string;
  readonly className?: string;
}

/**
 * Text from outside: never markup, its direction kept to itself, characters that trick the eye shown by their code.
 * Breaks anywhere, so that one long word cannot push the page aside.
 */
export function HostileText({ text, className }: HostileTextProps) {
  let offset = 0;
  return (
    <bdi className={clsx('[overflow-wrap:anywhere]', className)}>
      {markHostileText(text).map((part) => {
        const key = offset;
        offset += part.kind === 'text' ? part.text.length : 1;
        if (part.kind === 'text') return part.text;
        return (
          <span key={key} title={part.name} className="hostile-mark">
            {part.codePoint}
          </span>
        );
      })}
    </bdi>
  );
}
