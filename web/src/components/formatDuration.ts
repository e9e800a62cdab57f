const secondsInMinute = 60;
const secondsInHour = 3600;
const secondsInDay = 86_400;

/** At most two units, the smaller one left out when it is 0: "3 h 5 min". */
function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/**
 * A duration for people, with at most two units: `850 ms`, `4.2 s`, `42 s`, `3 min 20 s`, `1 h 5 min`, `2 d 3 h`.
 * Negative durations (clocks that disagree) count as 0.
 */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds <= 0) return '0 s';
  const milliseconds = Math.round(seconds * 1000);
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (milliseconds < 9_950) return `${Number((milliseconds / 1000).toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < secondsInMinute) return `${whole} s`;
  if (whole < secondsInHour) {
    return join(Math.floor(whole / secondsInMinute), 'min', whole % secondsInMinute, 's');
  }
  const minutes = Math.round(seconds / secondsInMinute);
  if (minutes < secondsInDay / secondsInMinute) return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(seconds / secondsInHour);
  return join(Math.floor(hours / 24), 'd', hours % 24, 'h');
}
