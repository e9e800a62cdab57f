const hourMs = 3_600_000;

/** A time zone's clock: local times are ms since 1970 as that clock shows them. */
export interface Zone {
  /** Local time − UTC, in ms. */
  offsetAt(ms: number): number;
  /** The first moment at which the clock shows this local time or, where it jumps over it, a later one. */
  momentOf(localMs: number): number;
  /** The first moment after `from`, up to `to`, at which the clock is changed; null when it is not. They must be less than some weeks apart. */
  changeBetween(from: number, to: number): number | null;
}

const known = new Map<string, Zone>();
/** There are fewer zones, but each has as many names as there are ways to write it in upper and lower case. */
const mostKnown = 1_000;

/** The clock of an IANA time zone, by the rules that Node brings along. Throws RangeError when there is none of this name. */
export function zoneOf(timeZone: string): Zone {
  const found = known.get(timeZone);
  if (found !== undefined) return found;
  const zone = timeZone === 'UTC' ? utc : zoneWith(offsetsOf(timeZone));
  if (known.size >= mostKnown) known.clear();
  known.set(timeZone, zone);
  return zone;
}

const utc: Zone = { offsetAt: () => 0, momentOf: (localMs) => localMs, changeBetween: () => null };

function zoneWith(offsetAt: (ms: number) => number): Zone {
  function changeBetween(from: number, to: number): number | null {
    const before = offsetAt(from);
    if (offsetAt(to) === before) return null;
    let [low, high] = [from, to];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    return high;
  }

  function momentOf(localMs: number): number {
    // The clocks of the world are up to 14 h ahead of UTC and 12 h behind it: the moment lies between these two.
    const [early, late] = [localMs - 15 * hourMs, localMs + 13 * hourMs];
    const offsets = [offsetAt(early), offsetAt(late)].sort((a, b) => b - a);
    for (const offset of offsets) if (offsetAt(localMs - offset) === offset) return localMs - offset;
    return changeBetween(early, late) ?? localMs - (offsets[0] ?? 0);
  }

  return { offsetAt, momentOf, changeBetween };
}

function offsetsOf(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (ms) => {
    const second = Math.floor(ms / 1_000) * 1_000;
    // As `11/14/2023 AD, 17:13:20`. Asking for the parts takes three times as long.
    const text = format.format(second);
    const [month = 0, day = 0, yearOfEra = 0, hour = 0, minute = 0, seconds = 0] = (text.match(/\d+/g) ?? []).map(
      Number,
    );
    const year = text.includes('B') ? 1 - yearOfEra : yearOfEra;
    const local = new Date(0).setUTCFullYear(year, month - 1, day);
    return local + ((hour * 60 + minute) * 60 + seconds) * 1_000 - second;
  };
}
