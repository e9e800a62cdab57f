import { vi } from 'vitest';
import { backtestPolicy } from '../../server/src/application/backtestPolicy.ts';
import type { BacktestDifference, BacktestSide } from '../../server/src/application/backtestReport.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { finishDue } from './finishDue.ts';
import { newSignal } from './signals.ts';
import { startVigil, type TestVigil } from './startVigil.ts';

const minuteMs = 60_000;
export const ada = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'RESPONDER' } as const;

/** A server whose day is lived minute by minute, and then rehearsed. */
export class RehearsedDay {
  readonly vigil: TestVigil;
  readonly #policy: string;
  readonly #from: Date;

  private constructor(vigil: TestVigil, policy: string, from: Date) {
    this.vigil = vigil;
    this.#policy = policy;
    this.#from = from;
  }

  static async begin(policy: string): Promise<RehearsedDay> {
    const vigil = await startVigil({ policy });
    return new RehearsedDay(vigil, policy, await vigil.app.clock.now());
  }

  get app(): TestVigil['app'] {
    return this.vigil.app;
  }

  /** A signal of a service; answers with its incident. */
  async signal(
    service: string,
    reportedSeverity: NewSignal['reportedSeverity'],
    changes: Partial<NewSignal> = {},
  ): Promise<string> {
    const signal = newSignal({ service, title: `${service} is slow`, reportedSeverity, ...changes });
    const [result] = await ingestSignals(this.app, [{ ok: true, signal }]);
    if (result === undefined || result.outcome === 'REJECTED') throw new Error('a signal was not stored');
    return result.incident?.id ?? '';
  }

  /** Time passes a minute at a time, as the clockwork sees it. */
  async pass(minutes: number): Promise<void> {
    for (let passed = 0; passed < minutes; passed += 1) {
      this.vigil.advance(minuteMs);
      await finishDue(this.app);
    }
  }

  /** Rehearses all of it, under the policy that decided unless another one is given. */
  async rehearse(
    document: string = this.#policy,
  ): Promise<{ draft: BacktestSide; actual: BacktestSide; difference: BacktestDifference }> {
    await this.#notified();
    const range = { from: new Date(this.#from.getTime() - minuteMs), to: await this.app.clock.now() };
    const { draft, actual, difference, userErrors } = await backtestPolicy(this.app, { document, range });
    if (draft === null || actual === null || difference === null) throw new Error(JSON.stringify(userErrors));
    return { draft, actual, difference };
  }

  close(): Promise<void> {
    return this.vigil.close();
  }

  /** Until every notification was delivered. */
  async #notified(): Promise<void> {
    const { sql } = this.app.database;
    await vi.waitFor(
      async () => {
        const open =
          await sql`select 1 from pgboss.job where name = 'notify' and state in ('created', 'retry', 'active')`;
        if (open.length > 0) throw new Error(`${open.length} notifications are under way`);
      },
      { timeout: 15_000, interval: 50 },
    );
  }
}
