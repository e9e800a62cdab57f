import type { TransactionSql } from 'postgres';
import type { IncidentId } from '../domain/ids.ts';
import { systemicGroupKey } from '../engines/systemicGroup.ts';
import { raiseSystemic } from '../engines/systemicIncident.ts';
import { type CriticalTime, findOpenOfGroup, takeNumbers } from '../persistence/incidents.ts';
import type { EngineState } from './engineState.ts';
import type { DecisionContext } from './workingSet.ts';

/** The one systemic incident of a batch: open already, or to be opened by it. */
export class SystemicParent {
  readonly #context: DecisionContext;
  readonly #state: EngineState;
  /** For the one that the batch may open; a number that is not used is one that is skipped. */
  readonly #number: number;

  private constructor(context: DecisionContext, state: EngineState, number: number) {
    this.#context = context;
    this.#state = state;
    this.#number = number;
  }

  /** Reads the open one, and those of the stored CRITICAL incidents that may become its children. */
  static async find(
    tx: TransactionSql,
    context: DecisionContext,
    state: EngineState,
    stored: readonly CriticalTime[],
    { lock }: { readonly lock: boolean },
  ): Promise<SystemicParent> {
    const open = await findOpenOfGroup(tx, systemicGroupKey);
    const newcomers = stored.filter(({ parentId }) => open === null || parentId !== open).map(({ id }) => id);
    await state.know(tx, open === null ? newcomers : [open, ...newcomers], { lock });
    const [number = 0] = open === null ? await takeNumbers(tx, 1) : [];
    return new SystemicParent(context, state, number);
  }

  /** Takes in that these incidents, the last one now, became CRITICAL within the rule's time. */
  raise(affected: readonly IncidentId[], at: Date, fires: boolean): void {
    const { workingSet } = this.#state;
    const parent = workingSet.openOfGroup(systemicGroupKey);
    const newcomers = affected.flatMap((id) => {
      const incident = workingSet.pending.incident(id);
      return incident === undefined || (parent !== null && incident.parentId === parent.id) ? [] : [incident];
    });
    const count = affected.length;
    workingSet.conclude(raiseSystemic({ ...this.#context, parent, number: this.#number, count, newcomers, fires, at }));
  }
}
