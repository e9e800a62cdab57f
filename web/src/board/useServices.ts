import { useMemo } from 'react';
import { useLive } from '../live/LiveContext.tsx';

/** The services that are on the board, by name; the same array as long as they are the same. */
export function useServices(): readonly string[] {
  const joined = useLive((state) => joinServices(state.incidents));
  return useMemo(() => (joined === '' ? [] : joined.split('\n')), [joined]);
}

let lastIncidents: ReadonlyMap<string, { readonly service: string }> | undefined;
let lastNames: ReadonlySet<string> = new Set();
let lastJoined = '';

/** As one text, so that a change which brings no new service renders nothing. Sorting thousands of names is for new ones only. */
function joinServices(incidents: ReadonlyMap<string, { readonly service: string }>): string {
  if (incidents === lastIncidents) return lastJoined;
  lastIncidents = incidents;
  const names = new Set<string>();
  for (const { service } of incidents.values()) names.add(service);
  if (names.size === lastNames.size && [...names].every((name) => lastNames.has(name))) return lastJoined;
  lastNames = names;
  lastJoined = [...names]
    .map((name) => name.replaceAll('\n', ' '))
    .sort((a, b) => a.localeCompare(b))
    .join('\n');
  return lastJoined;
}
