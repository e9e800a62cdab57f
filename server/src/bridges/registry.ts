import { alertmanagerBridge } from './alertmanager.ts';
import type { Bridge } from './bridge.ts';
import { cloudeventsBridge } from './cloudevents.ts';
import { cloudwatchBridge } from './cloudwatch.ts';
import { datadogBridge } from './datadog.ts';
import { genericBridge } from './generic.ts';
import { grafanaBridge } from './grafana.ts';
import { pagerdutyBridge } from './pagerduty.ts';
import { sentryBridge } from './sentry.ts';

const bridgeNames = [
  'alertmanager',
  'grafana',
  'pagerduty',
  'cloudevents',
  'cloudwatch',
  'datadog',
  'sentry',
  'generic',
] as const;
type BridgeName = (typeof bridgeNames)[number];

/** To add a bridge: its name above, its file here beside the others, its line. */
export const bridges = {
  alertmanager: alertmanagerBridge,
  grafana: grafanaBridge,
  pagerduty: pagerdutyBridge,
  cloudevents: cloudeventsBridge,
  cloudwatch: cloudwatchBridge,
  datadog: datadogBridge,
  sentry: sentryBridge,
  generic: genericBridge,
} as const satisfies Record<BridgeName, Bridge>;

export function findBridge(name: string): Bridge | null {
  const known = bridgeNames.find((candidate) => candidate === name);
  return known === undefined ? null : bridges[known];
}
