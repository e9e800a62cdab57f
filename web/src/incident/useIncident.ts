import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { IncidentDetailDocument } from '../__generated__/operations.ts';
import type { IncidentDetail } from './IncidentDetail.ts';

const alertsAtFirst = 20;
const mostAlerts = 100;

interface IncidentState {
  /** Undefined while it was not read yet; null when there is none with that id. */
  readonly incident: IncidentDetail | null | undefined;
  /** The cursor behind which changes are not in `incident`. */
  readonly feedHead: string | undefined;
  readonly error: Error | undefined;
  /** Reads it again; answers the new feed head. */
  readonly refresh: () => Promise<string | undefined>;
  /** Undefined when there is nothing more to show. */
  readonly showMoreAlerts: (() => void) | undefined;
}

/** An incident by its id or its number, from the cache at once and from the server soon after. */
export function useIncident(id: string): IncidentState {
  const [alerts, setAlerts] = useState(alertsAtFirst);
  const { data, previousData, error, refetch } = useQuery(IncidentDetailDocument, {
    variables: { id, alerts },
    fetchPolicy: 'cache-and-network',
  });
  const known = data ?? previousData;
  const incident = known?.incident;
  const canShowMore = alerts < mostAlerts && (incident?.alerts.totalCount ?? 0) > alerts;
  return {
    incident,
    feedHead: known?.systemStatus.feedHead,
    error,
    refresh: async () => (await refetch()).data?.systemStatus.feedHead,
    showMoreAlerts: canShowMore ? () => setAlerts(mostAlerts) : undefined,
  };
}
