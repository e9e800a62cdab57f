import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { BoardFilters } from './boardSearch.ts';

/** The filters in the URL; the same object while they are the same, whatever else of the URL changes. */
export function useBoardFilters(): BoardFilters {
  const severity = useSearch({ from: '/', select: (search) => search.severity });
  const service = useSearch({ from: '/', select: (search) => search.service });
  const q = useSearch({ from: '/', select: (search) => search.q });
  return useMemo(() => ({ severity, service, q }), [severity, service, q]);
}
