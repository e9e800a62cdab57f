/** Whether a value that came as JSON holds at most so many values, however deep. Looks at no more of them than that. */
export function holdsAtMost(most: number, value: unknown): boolean {
  let room = most;
  // Not by recursion: what was sent may be nested as deep as it is long.
  const pending = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    const parts: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    room -= parts.length;
    if (room < 0) return false;
    for (const part of parts) if (typeof part === 'object') pending.push(part);
  }
  return true;
}
