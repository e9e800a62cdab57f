import type { LiveChange } from './liveIncident.ts';

/** CRITICAL incidents that wait to be read out, and when the last ones were. */
export interface Announcer {
  readonly waiting: readonly CriticalNews[];
  readonly lastAtMs: number;
}

interface CriticalNews {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

const quietMs = 10_000;
export const silentAnnouncer: Announcer = { waiting: [], lastAtMs: Number.NEGATIVE_INFINITY };

/** Takes in changes that made an incident CRITICAL. */
export function hear(announcer: Announcer, changes: readonly LiveChange[]): Announcer {
  const waiting = new Map(announcer.waiting.map((news) => [news.id, news]));
  for (const { kind, incident } of changes) {
    const isNews = kind === 'OPENED' || kind === 'SEVERITY_CHANGED' || kind === 'REOPENED';
    if (isNews && incident.severity === 'CRITICAL' && incident.status !== 'RESOLVED') {
      waiting.set(incident.id, { id: incident.id, number: incident.number, title: incident.title });
    } else if (incident.severity !== 'CRITICAL' || incident.status === 'RESOLVED') {
      waiting.delete(incident.id);
    }
  }
  return { ...announcer, waiting: [...waiting.values()] };
}

/** What to read out now, as one sentence, at most once in 10 s; null when there is nothing or it is too soon. */
export function speak(announcer: Announcer, nowMs: number): { announcer: Announcer; sentence: string | null } {
  const [first, ...others] = announcer.waiting;
  if (first === undefined || nowMs - announcer.lastAtMs < quietMs) return { announcer, sentence: null };
  const sentence =
    others.length === 0
      ? `Critical incident ${first.number}: ${first.title}`
      : `${announcer.waiting.length} critical incidents, among them ${first.number}: ${first.title}`;
  return { announcer: { waiting: [], lastAtMs: nowMs }, sentence };
}
