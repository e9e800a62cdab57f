import type { App } from './app.ts';
import { escalateAtAgeDue, escalateDue } from './escalateDue.ts';
import { resolveQuiet } from './resolveQuiet.ts';
import { endSnoozesDue, lapseAcknowledgementsDue } from './returnDue.ts';
import { sendHeld } from './sendHeld.ts';

export interface Clockwork {
  /** Stops and waits for the round in progress. */
  stop(): Promise<void>;
}

/**
 * Does what time alone makes due, once a second: escalation steps, ends of snoozes, acknowledgements that lapse, incidents that have gone
 * quiet, notifications that waited for their target's rate.
 */
export function startClockwork(app: App, intervalMs = 1000): Clockwork {
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  let timer = setTimeout(turn, intervalMs);

  function turn(): void {
    round = runDue(app)
      .catch((error: unknown) => app.log.warn({ err: error }, 'What is due could not be done; it will be tried again'))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, intervalMs);
      });
  }

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

/** One round: until nothing more is due. */
export async function runDue(app: App): Promise<void> {
  while ((await endSnoozesDue(app)) > 0);
  while ((await lapseAcknowledgementsDue(app)) > 0);
  while ((await escalateDue(app)) > 0);
  while ((await escalateAtAgeDue(app)) > 0);
  while ((await resolveQuiet(app)) > 0);
  while ((await sendHeld(app)) > 0);
}
