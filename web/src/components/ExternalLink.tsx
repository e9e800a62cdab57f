import { clsx } from 'clsx';
import { ExternalLink as ExternalLinkIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { safeUrl } from './safeUrl.ts';

interface ExternalLinkProps {
  /** Anything a source sent. */
  readonly href: string;
  /** Without it, the host and path of the address are shown. */
  readonly children?: ReactNode;
  readonly className?: string;
}

/** A link out of the board; an address that is not plain http or https is shown as text. */
export function ExternalLink({ href, children, className }: ExternalLinkProps) {
  const url = safeUrl(href);
  if (url === undefined) {
    return <span className={clsx('[overflow-wrap:anywhere]', className)}>{children ?? href}</span>;
  }
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={url}
      className={clsx('inline-flex max-w-full items-center gap-1 underline underline-offset-2', className)}
    >
      <span className="min-w-0 truncate">{children ?? url.replace(/^https?:\/\//, '')}</span>
      <ExternalLinkIcon size={12} aria-hidden="true" className="shrink-0" />
      <span className="sr-only"> (opens a new tab)</span>
    </a>
  );
}
