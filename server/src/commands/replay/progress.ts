export interface ProgressState {
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
  /** Since the server answered last. */
  readonly idleMs: number;
}

const barWidth = 24;
/** The server may be restarting: said after this long. */
const silentAfterMs = 5_000;

/** One line such as `[======------] 52 %  8,840 of 17,004  1,234/s  ETA 0:07`. */
export function formatProgress({ done, total, elapsedMs, idleMs }: ProgressState): string {
  const share = total === 0 ? 1 : done / total;
  const filled = Math.round(share * barWidth);
  const bar = `[${'='.repeat(filled)}${'-'.repeat(barWidth - filled)}]`;
  const rate = elapsedMs > 0 ? (done / elapsedMs) * 1000 : 0;
  const parts = [
    `${bar} ${Math.floor(share * 100)} %`,
    `${count(done)} of ${count(total)}`,
    `${count(Math.round(rate))}/s`,
  ];
  if (idleMs >= silentAfterMs) parts.push(`no answer for ${Math.floor(idleMs / 1000)} s, trying again`);
  else if (rate > 0 && done < total) parts.push(`ETA ${formatEta((total - done) / rate)}`);
  return parts.join('  ');
}

/** `0:07`, `12:30`, `1:02:03`. */
export function formatEta(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  readonly advance: (done: number) => void;
  readonly stop: () => void;
}

const terminalEveryMs = 100;
const lineEveryMs = 5_000;

/** On a terminal one line that is written over and over, elsewhere a line every 5 seconds. */
export function startProgress(total: number, output: ProgressOutput, now: () => number): Progress {
  const startedAt = now();
  let answeredAt = startedAt;
  let done = 0;
  const line = () => formatProgress({ done, total, elapsedMs: now() - startedAt, idleMs: now() - answeredAt });
  const terminal = output.isTTY === true;
  const timer = setInterval(
    () => output.write(terminal ? `\r\u001b[K${line()}` : `${line()}\n`),
    terminal ? terminalEveryMs : lineEveryMs,
  );
  return {
    advance: (next) => {
      done = next;
      answeredAt = now();
    },
    stop: () => {
      clearInterval(timer);
      if (terminal) output.write(`\r\u001b[K${line()}\n`);
    },
  };
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
