import type { Severity, SignalInput } from '@vigil/schema';
import type { DemoStory } from '../demoStories.ts';
import { acknowledgeNotes, resolveNotes, responderNames } from './demoCast.ts';
import { pick, seededRandom } from './seededRandom.ts';
import { alertSignal } from './storyTimeline.ts';

/** What somebody of the demo did. */
export interface DemoAct {
  readonly atMs: number;
  readonly by: string;
  readonly note: string;
}

/** An incident that is over. The signals are oldest first, each with its time in `occurredAt`. */
export interface DemoPastIncident {
  readonly signals: readonly SignalInput[];
  readonly acknowledged: DemoAct | null;
  /** Null when its alert's end resolved it. */
  readonly resolved: DemoAct | null;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Twice what the metrics show at first, so that they have something to be compared with. */
const pastDays = 61;
/** The last day is told by the history of signals. */
const untilDaysAgo = 1;
/** Minutes until somebody takes one into hand, at the median. */
const medianMinutes: Readonly<Record<Severity, number>> = { CRITICAL: 2.5, HIGH: 6, MEDIUM: 17, LOW: 40 };

/**
 * The incidents of two months until a day ago, the oldest first: most in working hours, a bad day now and then, and responders who become
 * faster. No two of a service at the same time.
 */
export function pastIncidents(stories: readonly DemoStory[], nowMs: number): DemoPastIncident[] {
  const random = seededRandom(29);
  const freeFromMs = new Map<string, number>();
  const past: DemoPastIncident[] = [];
  const hours = (pastDays - untilDaysAgo) * 24;
  for (let hour = 0; hour < hours; hour += 1) {
    const startMs = nowMs - pastDays * dayMs + hour * hourMs;
    // People become a third faster in the course of it.
    const pace = 1.25 - (0.45 * hour) / hours;
    for (let count = Math.floor(rateAt(startMs) + random()); count > 0; count -= 1) {
      const alert = pick(pick(stories, random).alerts, random);
      const openedMs = Math.floor(startMs + random() * hourMs);
      const incident = incidentOf(alert, openedMs, pace, random);
      const isFree = openedMs > (freeFromMs.get(alert.service) ?? 0);
      if (!isFree || incident.endMs > nowMs - untilDaysAgo * dayMs) continue;
      freeFromMs.set(alert.service, incident.endMs + hourMs);
      past.push(incident.past);
    }
  }
  return past.toSorted((one, other) => openedAt(one) - openedAt(other));
}

/** Incidents an hour. */
function rateAt(ms: number): number {
  const at = new Date(ms);
  const isWork = at.getUTCDay() % 6 !== 0 && at.getUTCHours() >= 8 && at.getUTCHours() < 19;
  return (isWork ? 2 : 0.5) * (at.getUTCDate() % 11 === 0 ? 2 : 1);
}

function incidentOf(alert: DemoStory['alerts'][number], openedMs: number, pace: number, random: () => number) {
  // Log-normal enough: most near the median, a few far above.
  const skew = () => Math.exp((random() + random() + random() - 1.5) * 1.5);
  const waitMs = Math.floor(medianMinutes[alert.severity] * minuteMs * skew() * pace);
  const workMs = Math.floor((6 + medianMinutes[alert.severity] * 2) * minuteMs * skew() * pace);
  const endMs = openedMs + waitMs + workMs;
  const isTaken = random() < (alert.severity === 'LOW' ? 0.4 : 0.9);
  const isResolvedByHand = isTaken && (alert.ending === 'silent' || random() < 0.5);
  const responder = pick(responderNames, random);
  const signalAt = (atMs: number, level: number, state: 'FIRING' | 'RESOLVED' = 'FIRING'): SignalInput => ({
    ...alertSignal('past', alert, state, level, random),
    occurredAt: new Date(atMs).toISOString(),
  });
  const repeats = 2 + Math.floor(random() ** 3 * 30);
  const firing = Array.from({ length: repeats }, (_, place) => {
    const share = place / repeats;
    return signalAt(openedMs + Math.floor((endMs - openedMs) * share), 0.75 + 0.25 * Math.sin(share * Math.PI));
  });
  const acknowledged = { atMs: openedMs + waitMs, by: responder, note: pick(acknowledgeNotes, random) };
  const resolved = { atMs: endMs, by: responder, note: pick(resolveNotes, random) };
  const past: DemoPastIncident = {
    signals: isResolvedByHand ? firing : [...firing, signalAt(endMs, 0, 'RESOLVED')],
    acknowledged: isTaken ? acknowledged : null,
    resolved: isResolvedByHand ? resolved : null,
  };
  return { past, endMs };
}

function openedAt({ signals: [first] }: DemoPastIncident): number {
  return Date.parse(first?.occurredAt ?? '');
}
