import postgres from 'postgres';

/** Serialisation failure and deadlock: the same again will go well. */
const transientCodes = new Set(['40001', '40P01']);

/** Two transactions were in each other's way, and this one was given up. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && transientCodes.has(String(error.code));
}

/** Whether the database itself says that it failed: then the transaction is rolled back. A lost connection leaves that open. */
export function isRefusal(error: unknown): boolean {
  return error instanceof postgres.PostgresError;
}

function violates(error: unknown, constraint: string): boolean {
  return error instanceof Error && 'constraint_name' in error && error.constraint_name === constraint;
}

/** Two transactions wanted to have the open incident of one group. */
export function isOpenGroupConflict(error: unknown): boolean {
  return violates(error, 'incident_one_open_per_group');
}

/** Two asked for a training at the same moment, or one while another's ran. */
export function isTrainingConflict(error: unknown): boolean {
  return violates(error, 'severity_training_one_running');
}

/** The day's partition was attached between the choice of the default partition and the insert. */
function isLateForPartition(error: Error): boolean {
  return 'code' in error && error.code === '23514' && 'table_name' in error && error.table_name === 'signal_default';
}

/** Whether a batch is to be tried again as it is, because another transaction was in the way. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return isDeadlock(error) || isOpenGroupConflict(error) || isLateForPartition(error);
}
