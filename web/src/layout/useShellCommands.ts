import { useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/useCommands.ts';
import { signOut } from '../session/session.ts';
import { keepDensity, readDensity, showDensity } from './density.ts';
import { type Place, places } from './places.ts';
import type { ThemeChoice } from './useTheme.ts';

interface ShellCommands {
  readonly showPalette: () => void;
  readonly showKeys: () => void;
  readonly showWall: () => void;
  readonly setTheme: ThemeChoice['setTheme'];
}

/** What can be done on every page. */
export function useShellCommands({ showPalette, showKeys, showWall, setTheme }: ShellCommands): void {
  const navigate = useNavigate();
  const router = useRouter();
  const commands = useMemo((): readonly Command[] => {
    function leaveIncident(): void {
      const { search, pathname } = router.state.location;
      if ('incident' in search && search.incident !== undefined) {
        const closed = (before: Record<string, unknown>) => ({ ...before, incident: undefined });
        void navigate({ to: '.', search: closed, resetScroll: false });
        return;
      }
      if (!pathname.startsWith('/incidents/')) return;
      if (router.history.canGoBack()) router.history.back();
      else void navigate({ to: '/' });
    }
    function changeDensity(): void {
      const next = readDensity() === 'compact' ? 'comfortable' : 'compact';
      keepDensity(next);
      showDensity(next);
    }
    return [
      ...places.map(({ to, label, key, words }: Place) => ({
        id: `go ${to}`,
        title: `Go to ${label}`,
        group: 'Go to' as const,
        keys: [`g ${key}`],
        words,
        run: () => void navigate({ to }),
      })),
      { id: 'back', title: 'Back', group: 'Page', keys: ['Escape'], isKeyOnly: true, run: leaveIncident },
      { id: 'palette', title: 'Commands', group: 'Page', keys: ['$mod+k'], isKeyOnly: true, run: showPalette },
      { id: 'keys', title: 'Keys', group: 'Page', keys: ['Shift+?'], words: 'shortcuts help keyboard', run: showKeys },
      { id: 'wall', title: 'A screen on the wall…', group: 'View', words: 'tv kiosk large', run: showWall },
      {
        id: 'density',
        title: 'Compact or comfortable',
        group: 'View',
        words: 'density dense rows',
        run: changeDensity,
      },
      { id: 'theme light', title: 'Light theme', group: 'View', words: 'colours', run: () => setTheme('light') },
      { id: 'theme dark', title: 'Dark theme', group: 'View', words: 'colours night', run: () => setTheme('dark') },
      { id: 'theme system', title: 'Theme as the system', group: 'View', run: () => setTheme('system') },
      { id: 'sign out', title: 'Sign out', group: 'Session', words: 'leave log off', run: () => signOut() },
    ];
  }, [navigate, router, setTheme, showPalette, showKeys, showWall]);
  useCommands(commands);
}
