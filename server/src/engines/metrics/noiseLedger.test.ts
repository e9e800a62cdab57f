import { expect, test } from 'vitest';
import { noiseLedger } from './noiseLedger.ts';

test.each([
  [{ signals: 1_000, suppressed: 100, alerts: 50, incidents: 8, notifications: 3 }, 125, 0.992],
  [{ signals: 0, suppressed: 0, alerts: 0, incidents: 0, notifications: 0 }, null, null],
  [{ signals: 5, suppressed: 5, alerts: 0, incidents: 0, notifications: 0 }, null, 1],
])('the ledger of %o', (totals, signalsPerIncident, noiseRatio) => {
  expect(noiseLedger(totals)).toEqual({ ...totals, signalsPerIncident, noiseRatio });
});
