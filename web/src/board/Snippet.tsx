import { Copy } from 'lucide-react';
import { Button } from '../components/Button.tsx';
import { copyText } from '../incident/incidentUrl.ts';
import { readToken } from '../session/token.ts';

interface SnippetProps {
  readonly title: string;
  /** What is shown: with the name of a variable where the token stands. */
  readonly text: string;
  /** The same with a token in it, which is copied and not shown. */
  readonly withToken: (origin: string, token: string) => string;
}

/** Something to paste, ready with one's own token. */
export function Snippet({ title, text, withToken }: SnippetProps) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-3">
        <h3 className="section-title">{title}</h3>
        <Button
          size="small"
          variant="quiet"
          onPress={() =>
            copyText(withToken(window.location.origin, readToken() ?? '$VIGIL_TOKEN'), 'Copied, with your token in it')
          }
        >
          <Copy size={13} aria-hidden="true" />
          Copy with my token
        </Button>
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-md border border-border bg-sunken p-3 font-mono text-12 leading-[1.2rem]"
      >
        {text}
      </pre>
    </div>
  );
}
