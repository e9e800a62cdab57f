/** The bounds that schema/signal.graphql states. Texts in characters. */
export const signalBounds = {
  source: 100,
  service: 100,
  title: 250,
  description: 10_000,
  url: 2_000,
  /** Of dedupKey, idempotencyKey and groupKey. */
  key: 250,
  metrics: 50,
  metricName: 100,
  unit: 20,
  labels: 64,
  labelName: 100,
  labelValue: 500,
  /** UTF-8 bytes of all texts of a signal together: what 64 long labels in a script of three bytes a character would pass. */
  textBytes: 65_536,
  oldest: new Date('2000-01-01T00:00:00.000Z'),
  futureMs: 5 * 60_000,
} as const;
