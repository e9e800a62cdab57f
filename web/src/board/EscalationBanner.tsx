import { Link } from '@tanstack/react-router';
import { Siren } from 'lucide-react';
import { useLive } from '../live/LiveContext.tsx';

/** Stands over every page while the systemic rule holds. */
export function EscalationBanner() {
  const message = useLive(({ system }) => (system?.escalationActive ? system.message : null));
  if (message === null) return null;
  return (
    <div
      role="alert"
      aria-label="System escalation"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-critical px-4 py-2 text-14 font-semibold text-on-critical"
    >
      <Siren size={18} aria-hidden="true" className="shrink-0" />
      <p>{message}</p>
      <Link to="/" search={{ severity: 'CRITICAL' }} className="text-13 text-on-critical underline underline-offset-2">
        Show critical incidents
      </Link>
    </div>
  );
}
