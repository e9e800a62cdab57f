import type { IngestResult } from '../../application/ingestResult.ts';
import type { Failure } from '../failure.ts';

/** What became of one line, as a line. */
export function answerLine(line: number, result: IngestResult): string {
  if (result.outcome === 'REJECTED') {
    return `${JSON.stringify({ line, outcome: result.outcome, userErrors: result.userErrors })}\n`;
  }
  const { outcome, incident, decision } = result;
  return `${JSON.stringify({ line, outcome, incident: incident?.id ?? null, severity: decision.severity })}\n`;
}

/** A line that could not be stored through no fault of its own: it may be sent again. */
export function lostLine(line: number, failure: Failure): string {
  return `${JSON.stringify({ line, error: errorOf(failure) })}\n`;
}

/** Why a stream ended early, as its last line. All lines up to `lines` have been answered, and none behind it was taken. */
export function failureLine(lines: number, failure: Failure): string {
  return `${JSON.stringify({ error: errorOf(failure), lines })}\n`;
}

function errorOf({ code, message, id, retryAfterSeconds }: Failure) {
  return {
    code,
    message,
    ...(id !== undefined && { id }),
    ...(retryAfterSeconds && { retryAfter: retryAfterSeconds }),
  };
}
