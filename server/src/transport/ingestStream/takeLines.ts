import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../application/app.ts';
import type { IngestResult } from '../../application/ingestResult.ts';
import { ingestSignals } from '../../application/ingestSignals.ts';
import { type ParsedSignal, parseSignal } from '../../application/parseSignal.ts';
import { IntakeFull } from '../../application/signalIntake.ts';
import { shortMessage } from '../failure.ts';
import type { Figures } from '../figures.ts';
import type { ServerTime } from '../serverTime.ts';

export interface LineTaker {
  readonly app: App;
  readonly figures: Figures;
  readonly serverTime: ServerTime;
}

const firstPauseMs = 10;
const longestPauseMs = 500;

/**
 * Takes the signals of some lines, one JSON object each, and answers each after the commit. While the intake is full it waits: a stream is
 * not refused, it is read more slowly.
 */
export async function takeLines(taker: LineTaker, lines: readonly string[]): Promise<IngestResult[]> {
  const now = await taker.serverTime.now();
  const parsed = lines.map((line) => parseLine(line, now));
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      const results = await ingestSignals(taker.app, parsed);
      taker.figures.countIngest(results);
      return results;
    } catch (error) {
      if (!(error instanceof IntakeFull)) throw error;
      await sleep(pauseMs);
    }
  }
}

function parseLine(line: string, now: Date): ParsedSignal {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? shortMessage(error.message) : 'it cannot be read';
    return { ok: false, errors: [{ code: 'INVALID', message: `The line is not JSON: ${reason}`, field: null }] };
  }
  return parseSignal(input, [], now);
}
