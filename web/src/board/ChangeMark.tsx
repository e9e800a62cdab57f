import type { Mark, MarkedKind } from '../live/liveIncident.ts';

const words = {
  OPENED: 'new',
  SEVERITY_CHANGED: 'severity changed',
  ACKNOWLEDGED: 'acknowledged',
  UNACKNOWLEDGED: 'open again',
  ESCALATED: 'escalated',
  RESOLVED: 'resolved',
  REOPENED: 'reopened',
} as const satisfies Record<MarkedKind, string>;

const shownForMs = 6_000;

function isFresh(mark: Mark | null): mark is Mark {
  return mark !== null && Date.now() - mark.seenAtMs < shownForMs;
}

/** Says for a few seconds what happened to a card. CSS takes it away, so that nothing has to be rendered again. */
export function ChangeMark({ mark }: { readonly mark: Mark | null }) {
  if (!isFresh(mark)) return null;
  return (
    <span key={mark.cursor} className="change-mark">
      {words[mark.kind]}
    </span>
  );
}

/** Draws the eye to the card. */
export function ChangeWash({ mark }: { readonly mark: Mark | null }) {
  return isFresh(mark) ? <span key={mark.cursor} aria-hidden="true" className="change-wash" /> : null;
}
