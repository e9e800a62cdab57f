import { cpu, type DemoMetric, errors, latency, memory } from './demoMetrics.ts';

/** What people write when they take an incident into hand. */
export const acknowledgeNotes: readonly string[] = [
  'Looking into it.',
  'Mine. Checking the dashboards.',
  'On it; the last release is my first guess.',
  'I have seen this one before, one moment.',
  'Taking it. Somebody from the owners is informed.',
];

/** What people write when they close one. */
export const resolveNotes: readonly string[] = [
  'Rolled back to the release before.',
  'Restarted the workers; all is back to normal.',
  'Raised the limit; a ticket for the real fix is open.',
  'Failed over to the second site.',
  'The provider has mended it on their side.',
];

/** Who answers in the demo. */
export const responderNames: readonly string[] = ['Mira Okafor (demo)', 'Jonas Weber (demo)', 'Aiko Tanaka (demo)'];

/** Services that send plain readings all the time, beside the alerts. */
export const readingServices: readonly string[] = [
  'orders-db',
  'payments',
  'checkout',
  'web-frontend',
  'catalog',
  'search',
  'auth',
  'cart',
];
export const readingMetrics: readonly DemoMetric[] = [cpu(80), memory(85), latency(480), errors(1.8)];
