import { expect, test } from 'vitest';
import { noiseLedger } from './noiseLedger.ts';

const nothing = { signals: 0, suppressed: 0, alerts: 0, incidents: 0, notifications: 0 };
const none = {
  signalsPerAlert: null,
  alertsPerIncident: null,
  notificationsPerIncident: null,
  signalsPerIncident: null,
};

test.each([
  [
    { signals: 1_000, suppressed: 100, alerts: 50, incidents: 8, notifications: 4 },
    {
      signalsPerAlert: 20,
      alertsPerIncident: 6.25,
      notificationsPerIncident: 0.5,
      signalsPerIncident: 125,
      noiseRatio: 0.992,
    },
  ],
  [nothing, { ...none, noiseRatio: null }],
  [
    { ...nothing, signals: 5, suppressed: 5 },
    { ...none, noiseRatio: 1 },
  ],
])('the ledger of %o', (totals, ratios) => {
  expect(noiseLedger(totals)).toEqual({ ...totals, ...ratios });
});
