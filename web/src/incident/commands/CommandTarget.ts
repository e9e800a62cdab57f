import type { Severity } from '../../__generated__/operations.ts';
import type { ActionTarget } from '../../actions/actionTarget.ts';

/** What a command needs to know of an incident; those of the board and of its page have it both. */
export interface CommandTarget extends ActionTarget {
  readonly title: string;
  readonly service: string;
  readonly severity: Severity;
  readonly assignee: string | null;
  /** What the rules say, where that is known. */
  readonly ruleSeverity?: Severity;
}
