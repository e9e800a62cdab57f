import type { IncidentListQuery } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';

interface IncidentPagingProps {
  readonly pageInfo: IncidentListQuery['incidents']['pageInfo'];
  readonly onPage: (page: { readonly after: string } | { readonly before: string }) => void;
}

export function IncidentPaging({ pageInfo, onPage }: IncidentPagingProps) {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2">
      <Button
        size="small"
        isDisabled={!hasPreviousPage || startCursor === null}
        onPress={() => startCursor !== null && onPage({ before: startCursor })}
      >
        Previous
      </Button>
      <Button
        size="small"
        isDisabled={!hasNextPage || endCursor === null}
        onPress={() => endCursor !== null && onPage({ after: endCursor })}
      >
        Next
      </Button>
    </nav>
  );
}
