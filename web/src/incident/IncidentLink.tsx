import { Link } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { useOpenIncident } from './useOpenIncident.ts';

interface IncidentLinkProps {
  readonly number: number;
  readonly children: ReactNode;
  readonly title?: string;
  readonly className?: string;
  readonly tabIndex?: number;
}

/** A link to an incident's page, which opens it beside the board where there is room; with Ctrl or Cmd it is a plain link. */
export function IncidentLink({ number, children, ...rest }: IncidentLinkProps) {
  const open = useOpenIncident();
  function onClick(event: MouseEvent): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(number);
  }
  return (
    <Link to="/incidents/$id" params={{ id: String(number) }} onClick={onClick} preload={false} {...rest}>
      {children}
    </Link>
  );
}
