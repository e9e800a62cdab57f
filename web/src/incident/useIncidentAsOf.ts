import { useQuery } from '@apollo/client/react';
import { IncidentAsOfDocument } from '../__generated__/operations.ts';
import type { IncidentDetail } from './IncidentDetail.ts';

const alertsThen = 100;

interface IncidentThen {
  /** As it stood; what was asked for before while the next one is read. */
  readonly incident: IncidentDetail | undefined;
  readonly isReading: boolean;
  readonly error: Error | undefined;
}

/** The incident as it stood at a moment; nothing is read for null. */
export function useIncidentAsOf(id: string, asOf: string | null): IncidentThen {
  const { data, previousData, loading, error } = useQuery(IncidentAsOfDocument, {
    variables: { id, alerts: alertsThen, asOf: asOf ?? '' },
    skip: asOf === null,
    fetchPolicy: 'no-cache',
  });
  return { incident: (data ?? previousData)?.incident ?? undefined, isReading: loading, error };
}
