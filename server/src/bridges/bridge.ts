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

export type BridgeResult =
  | { readonly ok: true; readonly signals: readonly BridgedSignal[] }
  | { readonly ok: false; readonly errors: readonly UserError[] };

/** What people need to know to point a tool here. */
export interface BridgeGuide {
  /** The tool's name for people. */
  readonly title: string;
  /** What to paste where; `{{url}}` stands for the bridge's address, `{{urlWithToken}}` for one that carries the token, `{{token}}` for the token. */
  readonly setup: string;
  /** Where the tool posts to, where that is not `/bridges/<name>`. */
  readonly path?: string;
  /** A body as the tool sends it, to try the bridge with. */
  readonly sample: unknown;
}

/** Understands what one tool posts. All that is known of the tool is in its file. */
export interface Bridge {
  readonly name: string;
  readonly guide: BridgeGuide;
  /** Not ok only when the payload is not the tool's at all. `now` is the database's clock. Never throws. */
  parse(payload: unknown, headers: IncomingHttpHeaders, now: Date): BridgeResult;
}
