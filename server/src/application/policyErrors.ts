import type { UserError } from '../domain/userError.ts';
import type { PolicyFault } from '../engines/policy.ts';

/** What is wrong with a document that was given at `base`. */
export function policyErrors(faults: readonly PolicyFault[], base: readonly string[]): UserError[] {
  return faults.map(({ path, message }) => ({ code: 'INVALID', message, field: [...base, ...path] }));
}
