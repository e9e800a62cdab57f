import type { Severity } from '../__generated__/operations.ts';
import { severityWord } from '../components/severity.ts';
import type { LiveIncident } from '../live/liveIncident.ts';

/** What is to be told at once: one incident, or how many. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly severity: Severity;
  /** The one incident's number; null for several. */
  readonly number: number | null;
}

/** The incidents that became news since the cursors were last looked at, the most severe first, and the cursors now. */
export function newsOf(
  incidents: Iterable<LiveIncident>,
  seen: ReadonlyMap<string, string>,
): { readonly news: readonly LiveIncident[]; readonly seen: ReadonlyMap<string, string> } {
  const now = new Map<string, string>();
  const news: LiveIncident[] = [];
  for (const incident of incidents) {
    const { id, mark, status } = incident;
    if (mark === null || status !== 'OPEN') continue;
    if (mark.kind !== 'OPENED' && mark.kind !== 'SEVERITY_CHANGED' && mark.kind !== 'REOPENED') continue;
    now.set(id, mark.cursor);
    if (seen.get(id) !== mark.cursor) news.push(incident);
  }
  return { news, seen: now };
}

/** One notice for all of them: a storm is told once. */
export function noticeOf(news: readonly [LiveIncident, ...LiveIncident[]]): Notice {
  const [first, ...others] = news;
  const { number, title, service, severity } = first;
  if (others.length === 0) {
    return { title: `${severityWord[severity]}: ${title}`, body: `#${number} · ${service}`, severity, number };
  }
  return {
    title: `${news.length} incidents, the worst ${severityWord[severity].toLowerCase()}`,
    body: `#${number} ${title} · ${service}, and ${others.length} more`,
    severity,
    number: null,
  };
}
