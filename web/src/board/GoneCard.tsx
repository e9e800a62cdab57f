import { statusWord } from '../components/status.ts';
import { useLive } from '../live/LiveContext.tsx';

/** The empty place of a card that left the column while its order is held. */
export function GoneCard({ id }: { readonly id: string }) {
  const text = useLive((state) => {
    const incident = state.incidents.get(id);
    if (incident === undefined) return 'No longer on the board';
    const status = state.pending.get(id)?.status ?? incident.status;
    return `#${incident.number} is now ${statusWord[status].toLowerCase()}`;
  });
  return (
    <p className="flex h-[6.375rem] items-center justify-center rounded-md border border-dashed border-border text-12 text-muted">
      {text}
    </p>
  );
}
