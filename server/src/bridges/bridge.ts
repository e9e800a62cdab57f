import type { IncomingHttpHeaders } from 'node:http';
import type { UserError } from '../domain/userError.ts';

/** A signal that a tool's payload brought. */
export interface BridgedSignal {
  /** In the shape of SignalInput; `parseSignal` has the last word on it. */
  readonly input: unknown;
  /** Given by tools that group by themselves; the policy's grouping counts when null. */
  readonly groupKey: string | null;
  /** Where in the payload it was, for messages. */
  readonly field: readonly string[];
}

type BridgeResult =
  | { readonly ok: true; readonly signals: readonly BridgedSignal[] }
  | { readonly ok: false; readonly errors: readonly UserError[] };

/** Understands what one tool posts. All that is known of the tool is in its file. */
export interface Bridge {
  readonly name: string;
  /** Not ok only when the payload is not the tool's at all. `now` is the database's clock. Never throws. */
  parse(payload: unknown, headers: IncomingHttpHeaders, now: Date): BridgeResult;
}
