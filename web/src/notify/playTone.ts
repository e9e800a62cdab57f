import type { Severity } from '../__generated__/operations.ts';

/** Hertz, one after the other: the more severe, the more and the higher. */
const tones = {
  CRITICAL: [880, 660, 880, 660],
  HIGH: [740, 588],
  MEDIUM: [588],
  LOW: [440],
} as const satisfies Record<Severity, readonly number[]>;

const toneSeconds = 0.16;
const loudness = 0.2;

let context: AudioContext | undefined;

/** Plays a severity's sound, made here: no file has to be loaded. A browser that forbids sound stays silent. */
export function playTone(severity: Severity): void {
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  void context.resume().catch(() => undefined);
  for (const [at, frequency] of tones[severity].entries()) {
    const begin = currentTime + at * toneSeconds * 1.25;
    const oscillator = new OscillatorNode(context, { type: 'triangle', frequency });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(loudness, begin + 0.02);
    gain.gain.linearRampToValueAtTime(0, begin + toneSeconds);
    oscillator.connect(gain).connect(destination);
    oscillator.start(begin);
    oscillator.stop(begin + toneSeconds);
  }
}
