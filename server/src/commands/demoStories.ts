import type { Severity } from '@vigil/schema';
import {
  cpu,
  type DemoMetric,
  daysLeft,
  disk,
  errors,
  lag,
  latency,
  loss,
  memory,
  pool,
  queue,
} from './demo/demoMetrics.ts';

/** A condition that a tool reports, again and again, while it holds. Times in seconds since the story began. */
export interface DemoAlert {
  readonly source: string;
  readonly service: string;
  readonly title: string;
  readonly severity: Severity;
  readonly from: number;
  readonly to: number;
  readonly every: number;
  /** `clears`: the tool says when it is over. `silent`: it does not, and a responder resolves. `flaps`: on and off all the time. */
  readonly ending: 'clears' | 'silent' | 'flaps';
  readonly metrics: readonly DemoMetric[];
}

export interface DemoStory {
  readonly id: string;
  readonly alerts: readonly DemoAlert[];
}

type Details = Partial<Pick<DemoAlert, 'every' | 'ending'>>;

function alert(
  [from, to]: readonly [number, number],
  source: string,
  service: string,
  severity: Severity,
  title: string,
  metrics: readonly DemoMetric[],
  { every = 12, ending = 'clears' }: Details = {},
): DemoAlert {
  return { source, service, title, severity, from, to, every, ending, metrics };
}

/** A slow database drags down what depends on it. Three incidents are CRITICAL after 12 s: the systemic escalation. */
const slowDatabase: DemoStory = {
  id: 'slow-database',
  alerts: [
    alert([0, 270], 'prometheus', 'orders-db', 'HIGH', 'Query latency is above 500 ms', [latency(2400), cpu(91)]),
    alert([4, 250], 'prometheus', 'orders-db', 'CRITICAL', 'Connection pool is exhausted', [pool(100), errors(9)]),
    alert([8, 240], 'grafana', 'payments', 'CRITICAL', 'Payment authorisations time out', [errors(34), latency(4800)]),
    alert([12, 230], 'grafana', 'checkout', 'CRITICAL', 'Error budget of checkout burns 20 times too fast', [
      errors(22),
      latency(3900),
    ]),
    alert([21, 220], 'sentry', 'web-frontend', 'HIGH', 'TimeoutError: POST /api/checkout', [errors(11)]),
  ],
};

const errorsAfterDeploy: DemoStory = {
  id: 'errors-after-deploy',
  alerts: [
    alert(
      [0, 200],
      'sentry',
      'catalog',
      'HIGH',
      "TypeError: Cannot read properties of undefined (reading 'price')",
      [errors(18)],
      { every: 6 },
    ),
    alert([15, 190], 'prometheus', 'catalog', 'CRITICAL', 'HTTP 5xx rate after release 2026.47.3', [
      errors(27),
      latency(900),
    ]),
    alert([30, 180], 'grafana', 'mobile-gateway', 'MEDIUM', 'Upstream catalog answers with errors', [errors(6)]),
  ],
};

const fullDisk: DemoStory = {
  id: 'full-disk',
  alerts: [
    alert([0, 300], 'prometheus', 'analytics-pipeline', 'MEDIUM', 'Disk is 90 % full', [disk(92)], { every: 20 }),
    alert([60, 300], 'prometheus', 'analytics-pipeline', 'HIGH', 'Disk will be full within 4 hours', [disk(97)], {
      every: 20,
    }),
    alert([110, 290], 'cloudwatch', 'kafka', 'HIGH', 'Consumer group analytics falls behind', [queue(61_000)], {
      ending: 'silent',
    }),
  ],
};

const flappingHost: DemoStory = {
  id: 'flapping-host',
  alerts: [
    alert([0, 420], 'nagios', 'edge-host-07', 'MEDIUM', 'Host does not answer to ping', [loss(45)], {
      every: 9,
      ending: 'flaps',
    }),
  ],
};

const certificate: DemoStory = {
  id: 'certificate',
  alerts: [
    alert(
      [0, 600],
      'blackbox',
      'partner-api',
      'LOW',
      'Certificate of api.partner.example expires in 6 days',
      [daysLeft],
      { every: 60 },
    ),
  ],
};

const memoryLeak: DemoStory = {
  id: 'memory-leak',
  alerts: [
    alert([0, 260], 'grafana', 'recommendations', 'MEDIUM', 'Memory grows without an end', [memory(93)], { every: 15 }),
    alert(
      [90, 250],
      'cloudwatch',
      'recommendations',
      'HIGH',
      'Container was killed: out of memory',
      [memory(99), errors(5)],
      { ending: 'silent' },
    ),
  ],
};

const single = (
  id: string,
  seconds: number,
  ...[source, service, severity, title, metrics, details]: [
    string,
    string,
    Severity,
    string,
    readonly DemoMetric[],
    Details?,
  ]
): DemoStory => ({ id, alerts: [alert([0, seconds], source, service, severity, title, metrics, details)] });

const searchLatency = single('search-latency', 190, 'datadog', 'search', 'HIGH', 'Search answers slowly', [
  latency(1900),
  cpu(88),
]);
const mailQueue = single(
  'mail-queue',
  330,
  'prometheus',
  'email-worker',
  'MEDIUM',
  'Mails wait for more than 10 minutes',
  [queue(8200)],
  { every: 18 },
);
const lateBackup = single(
  'late-backup',
  480,
  'cronitor',
  'backup-runner',
  'MEDIUM',
  'Nightly backup has not finished',
  [lag(9000)],
  { every: 45, ending: 'silent' },
);

/** Every story, each once in a round. */
export const demoStories: readonly DemoStory[] = [
  slowDatabase,
  errorsAfterDeploy,
  fullDisk,
  flappingHost,
  certificate,
  memoryLeak,
  searchLatency,
  mailQueue,
  lateBackup,
  single('login-storm', 210, 'datadog', 'auth', 'HIGH', 'Failed logins are 9 times as many as usual', [
    errors(12),
    cpu(84),
  ]),
  single('replica-lag', 240, 'cloudwatch', 'inventory-db', 'MEDIUM', 'Read replica is behind its primary', [
    lag(21_000),
  ]),
  single('label-printer', 360, 'pagerduty', 'shipping', 'MEDIUM', 'Carrier API refuses labels', [errors(6)], {
    every: 20,
    ending: 'silent',
  }),
  single('thumbnail-jobs', 220, 'sentry', 'image-resizer', 'LOW', 'Unsupported image format: HEIC', [errors(2.5)], {
    every: 14,
  }),
  single('vpn', 280, 'nagios', 'vpn-gateway', 'HIGH', 'Tunnel to warehouse is down', [loss(100)], { ending: 'silent' }),
  single('cdn', 160, 'grafana', 'cdn-edge', 'MEDIUM', 'Cache hit ratio fell under 60 %', [latency(620)]),
  single('fraud', 230, 'datadog', 'fraud-scoring', 'CRITICAL', 'No scores for 2 minutes: payments wait', [
    queue(74_000),
    errors(15),
  ]),
  single('cart-cpu', 200, 'prometheus', 'cart', 'MEDIUM', 'CPU is above 85 %', [cpu(92)]),
  single('session-cache', 310, 'cloudwatch', 'session-cache', 'HIGH', 'Cache evicts live sessions', [memory(97)], {
    ending: 'silent',
  }),
  single('reports', 420, 'cronitor', 'report-builder', 'LOW', 'Daily sales report is late', [lag(6000)], { every: 40 }),
];

/** What plays in the first half minute, with the second at which it begins. Nothing in it is left to chance. */
export const demoOpening: readonly { readonly at: number; readonly story: DemoStory }[] = [
  { at: 0, story: searchLatency },
  { at: 0, story: mailQueue },
  { at: 0, story: certificate },
  { at: 0, story: lateBackup },
  { at: 1, story: flappingHost },
  { at: 2, story: slowDatabase },
  { at: 19, story: memoryLeak },
  { at: 26, story: fullDisk },
];
