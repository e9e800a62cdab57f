/**
 * Waits for statements of one transaction that were sent together. Where one fails, Postgres refuses those behind it: throws what was wrong
 * with the first.
 */
export async function inOneFlight<const Statements extends readonly unknown[]>(
  statements: Statements,
): Promise<{ -readonly [Place in keyof Statements]: Awaited<Statements[Place]> }> {
  try {
    return await Promise.all(statements);
  } catch (refused) {
    if (!isRefusedBehind(refused)) throw refused;
    for (const outcome of await Promise.allSettled(statements)) {
      if (outcome.status === 'rejected' && !isRefusedBehind(outcome.reason)) throw outcome.reason;
    }
    throw refused;
  }
}

/** "current transaction is aborted". */
function isRefusedBehind(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25P02';
}
