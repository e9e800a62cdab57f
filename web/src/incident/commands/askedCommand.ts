import type { CommandTarget } from './CommandTarget.ts';

/** A command that needs words first, and the incidents that it is about. */
export interface AskedCommand {
  readonly kind: 'SNOOZE' | 'ASSIGN' | 'OVERRIDE' | 'MERGE' | 'NOTE';
  readonly targets: readonly [CommandTarget, ...CommandTarget[]];
}
