import { Copy } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from './Button.tsx';

interface CodeBlockProps {
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly text: string;
}

/** Text to paste elsewhere. */
export function CodeBlock({ label, text }: CodeBlockProps) {
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast('Copied');
    } catch {
      toast.error('The browser does not let this page copy');
    }
  }
  return (
    <section aria-label={label} className="relative min-w-0">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[28rem] overflow-auto rounded-md border border-border bg-sunken p-3 pr-24 font-mono text-12 leading-[1.2rem]"
      >
        {text}
      </pre>
      <span className="absolute top-2 right-2">
        <Button size="small" aria-label={`Copy: ${label}`} onPress={() => void copy()}>
          <Copy size={13} aria-hidden="true" />
          Copy
        </Button>
      </span>
    </section>
  );
}
