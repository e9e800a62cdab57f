/** Serialisation failure and deadlock: the same again will go well. */
const transientCodes = new Set(['40001', '40P01']);

function violates(error: unknown, constraint: string): boolean {
  return error instanceof Error && 'constraint_name' in error && error.constraint_name === constraint;
}

/** Two transactions wanted to have the open incident of one group. */
export function isOpenGroupConflict(error: unknown): boolean {
  return violates(error, 'incident_one_open_per_group');
}

/** Whether a batch is to be tried again as it is, because another transaction was in the way. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return transientCodes.has(code) || isOpenGroupConflict(error);
}
