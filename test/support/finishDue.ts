import { vi } from 'vitest';
import type { App } from '../../server/src/application/app.ts';
import { runDue } from '../../server/src/application/clockwork.ts';

/**
 * Does what time has made due, and waits until it is done. A server's own clockwork may be at it too: what that holds at the moment, a
 * round of ours passes over, and there is no telling when it commits.
 */
export async function finishDue(app: App): Promise<void> {
  const { clock, database } = app;
  const now = await clock.now();
  await vi.waitFor(
    async () => {
      await runDue(app);
      const due = await database.sql`
        select 1 from incident where status <> 'RESOLVED' and not historical and
          least(next_escalation_at, acknowledgement_lapses_at, snoozed_until, review_at) <= ${now}`;
      if (due.length > 0) throw new Error(`${due.length} incidents wait for the clockwork`);
    },
    { timeout: 15_000, interval: 20 },
  );
}
