import type { Incident } from '../domain/incident.ts';
import type { Placed } from './topology.ts';

/** Why a signal with this group key belongs to an incident, in words: what a person asks who sees two signals in one. */
export function joinReason(
  { groupKey: ofIncident }: Incident,
  groupKey: string | null,
  placement: Placed | null,
): string {
  if (groupKey === null || ofIncident === null) return 'the same dedup key';
  if (groupKey !== ofIncident) return 'an incident of its group was merged into this one';
  if (placement !== null) return placement.reason;
  const [by, ...parts] = partsOf(groupKey);
  switch (by) {
    case 'given':
      return `the same group key, given by ${textOf(parts[0])}`;
    case 'labels':
      return `the same ${parts.map(labelOf).join(', ')}`;
    case 'service':
      return `the same service ${textOf(parts[0])}`;
    default:
      return 'the same group';
  }
}

/** A group key is a list in JSON; one that was too long ends in a hash instead. */
function partsOf(groupKey: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(groupKey);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [/^\["(\w+)"/.exec(groupKey)?.[1]];
  }
}

function labelOf(part: unknown): string {
  return Array.isArray(part) ? part.map(textOf).join('=') : textOf(part);
}

function textOf(part: unknown): string {
  return typeof part === 'string' ? part : '…';
}
