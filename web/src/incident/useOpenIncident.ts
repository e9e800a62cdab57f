import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** From here on there is room for a panel beside the board; incident.css has the same. */
const wide = '(min-width: 64rem)';
const pagesWithPanel = ['/', '/incidents'];

/** Opens an incident: beside the board or the list where there is room, else as a page. Takes its number. */
export function useOpenIncident(): (number: number | string) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return useCallback(
    (number) => {
      const { pathname, search } = router.state.location;
      if (!pagesWithPanel.includes(pathname) || !window.matchMedia(wide).matches) {
        void navigate({ to: '/incidents/$id', params: { id: String(number) } });
        return;
      }
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, incident: String(number) }),
        // Back closes the panel, however many incidents were looked at in it.
        replace: 'incident' in search && search.incident !== undefined,
        resetScroll: false,
      });
    },
    [navigate, router],
  );
}
