import type { NewSignal } from '../../server/src/domain/signal.ts';

/** A signal as a transport hands it in, to vary in tests. */
export function newSignal(changes: Partial<NewSignal> = {}): NewSignal {
  return {
    source: 'test',
    service: 'checkout',
    title: 'Checkout is slow',
    description: null,
    url: null,
    state: 'FIRING',
    dedupKey: null,
    groupKey: null,
    idempotencyKey: null,
    reportedSeverity: 'HIGH',
    confidence: null,
    metrics: [],
    labels: [],
    occurredAt: null,
    historical: false,
    ...changes,
  };
}
