import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Policy, parsePolicyYaml } from '../engines/policy.ts';
import { readRecordedIncidents } from '../persistence/recordedIncidents.ts';
import { countSignals, readSignalPage } from '../persistence/signals.ts';
import type { App } from './app.ts';
import { Backtest } from './backtest/backtest.ts';
import { takeBacktestSlot } from './backtest/backtestSlots.ts';
import { blankState, draftContext } from './backtest/draftContext.ts';
import type { BacktestProgress, BacktestReport } from './backtestReport.ts';
import { InvalidArgument } from './invalidArgument.ts';
import { checkRange, type TimeRange } from './metricsRange.ts';
import { pagesInTime } from './pagesInTime.ts';
import { policyErrors } from './policyErrors.ts';
import { readPastSuppression } from './readSuppression.ts';

export interface BacktestInput {
  /** YAML. */
  readonly document: string;
  /** Of the moments of receipt. */
  readonly range: TimeRange;
}

const longestMs = 31 * 86_400_000;
/** Rehearsed before the range, so that baselines and open incidents are there when it begins. */
const warmUpMs = 3_600_000;
/** How long the others on this event loop may have to wait. */
const turnMs = 10;
const progressEveryMs = 500;

/** Runs a backtest to its end. */
export async function backtestPolicy(app: App, input: BacktestInput): Promise<BacktestReport> {
  for await (const { report } of followBacktest(app, input, new AbortController().signal)) {
    if (report !== null) return report;
  }
  throw new Error('The backtest ended without a report');
}

/**
 * Replays the stored signals of a range through the engines under a draft, beginning with the hour before it, and says how far it is. Writes
 * and sends nothing. Memory is bounded by what is open at one time, not by the range. Ends without a report once the signal aborts.
 * Throws InvalidArgument, and TooManyBacktests.
 */
export async function* followBacktest(
  app: App,
  { document, range }: BacktestInput,
  stopped: AbortSignal,
): AsyncGenerator<BacktestProgress, void> {
  checkRange(range);
  if (range.to.getTime() - range.from.getTime() > longestMs) {
    throw new InvalidArgument(['input', 'range'], 'range is longer than 31 days');
  }
  const parsed = parsePolicyYaml(document);
  if (!parsed.ok) {
    const userErrors = policyErrors(parsed.errors, ['input', 'document']);
    const report = { signals: 0, draft: null, actual: null, difference: null, userErrors };
    yield { done: 0, total: 0, ratePerSecond: 0, report };
    return;
  }
  const free = takeBacktestSlot(app.database);
  try {
    yield* rehearse(app, parsed.policy, range, stopped);
  } finally {
    free();
  }
}

async function* rehearse(
  app: App,
  policy: Policy,
  { from, to: wantedTo }: TimeRange,
  stopped: AbortSignal,
): AsyncGenerator<BacktestProgress, void> {
  const { sql } = app.database;
  const now = await app.clock.now();
  const to = wantedTo < now ? wantedTo : now;
  const start = new Date(from.getTime() - warmUpMs);
  const blank = blankState(await readPastSuppression(sql, { from: start, to }));
  const backtest = new Backtest({ context: await draftContext(app, policy), start: blank, from, to });
  const startedAt = performance.now();
  const total = await countSignals(sql, { from: start, to });
  let done = 0;
  let saidAt = Number.NEGATIVE_INFINITY;
  const progress = (report: BacktestReport | null): BacktestProgress => {
    const seconds = (performance.now() - startedAt) / 1000;
    return { done, total: Math.max(done, total), ratePerSecond: Math.round(done / Math.max(seconds, 0.001)), report };
  };

  const pages = pagesInTime(
    { from: start, to },
    (page) => readSignalPage(sql, page),
    ({ signal }) => signal,
  );
  for await (const page of pages) {
    backtest.know(await readRecordedIncidents(sql, backtest.unknownOf(page), { from, to }));
    backtest.know(await readRecordedIncidents(sql, backtest.unknownParents(), { from, to }));
    let turnBeganAt = performance.now();
    for (const stored of page) {
      if (stopped.aborted) return;
      backtest.decide(stored);
      done += 1;
      if (performance.now() - turnBeganAt < turnMs) continue;
      if (performance.now() - saidAt >= progressEveryMs) {
        saidAt = performance.now();
        yield progress(null);
      }
      await nextTurn();
      turnBeganAt = performance.now();
    }
    backtest.tidy();
    await nextTurn();
  }
  if (!stopped.aborted) yield progress({ ...backtest.end(to), userErrors: [] });
}
