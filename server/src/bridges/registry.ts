import { alertmanagerBridge } from './alertmanager.ts';
import type { Bridge } from './bridge.ts';

const bridgeNames = ['alertmanager'] as const;
type BridgeName = (typeof bridgeNames)[number];

/** To add a bridge: its name above, its file here beside the others, its line. */
export const bridges = {
  alertmanager: alertmanagerBridge,
} as const satisfies Record<BridgeName, Bridge>;

export function findBridge(name: string): Bridge | null {
  const known = bridgeNames.find((candidate) => candidate === name);
  return known === undefined ? null : bridges[known];
}
