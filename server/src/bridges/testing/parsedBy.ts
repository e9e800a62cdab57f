import type { IncomingHttpHeaders } from 'node:http';
import { parseSignal } from '../../application/parseSignal.ts';
import type { NewSignal } from '../../domain/signal.ts';
import type { Bridge } from '../bridge.ts';

export const bridgeNow = new Date('2026-11-24T10:00:00.000Z');

/** The signals that a bridge makes of a payload, as they are stored. Throws where it refuses any. */
export function parsedBy(bridge: Bridge, payload: unknown, headers: IncomingHttpHeaders = {}): NewSignal[] {
  const result = bridge.parse(payload, headers, bridgeNow);
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return result.signals.map(({ input, field, groupKey }) => {
    const parsed = parseSignal(input, field, bridgeNow, groupKey);
    if (!parsed.ok) throw new Error(parsed.errors[0]?.message);
    return parsed.signal;
  });
}

/** Labels as an object, for reading in tests. */
export function labelsOf(signal: NewSignal | undefined): Record<string, string> {
  return Object.fromEntries((signal?.labels ?? []).map(({ name, value }) => [name, value]));
}
