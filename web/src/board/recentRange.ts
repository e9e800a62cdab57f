const minuteMs = 60_000;

/** This minute and the one before, since the server counts by the minute, and how many seconds of them have gone. */
export function recentRange(nowMs: number): { range: { from: string; to: string }; seconds: number } {
  const fromMs = Math.floor(nowMs / minuteMs) * minuteMs - minuteMs;
  const range = { from: new Date(fromMs).toISOString(), to: new Date(fromMs + 2 * minuteMs).toISOString() };
  return { range, seconds: (nowMs - fromMs) / 1000 };
}
