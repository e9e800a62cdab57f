import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { bindKeys } from './bindKeys.ts';

/** Keys that work on every page. */
export function useGlobalKeys(showHelp: () => void): void {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    function leaveIncident(): void {
      if (!router.state.location.pathname.startsWith('/incidents/')) return;
      if (router.history.canGoBack()) router.history.back();
      else void navigate({ to: '/' });
    }
    return bindKeys({
      'g b': () => void navigate({ to: '/' }),
      'g i': () => void navigate({ to: '/incidents' }),
      'g e': () => void navigate({ to: '/explorer' }),
      'Shift+?': showHelp,
      Escape: leaveIncident,
    });
  }, [navigate, router, showHelp]);
}
