import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useLayoutEffect, useState } from 'react';
import { keepTheme, readTheme, showTheme, type Theme } from './theme.ts';

export interface ThemeChoice {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

/** The theme: the URL's, so that a link shows what its sender saw, else this browser's, else the system's. */
export function useTheme(): ThemeChoice {
  const linked = useSearch({ from: '__root__', select: ({ theme }) => theme });
  const navigate = useNavigate();
  const [kept, setKept] = useState(readTheme);
  const theme = linked ?? kept;
  useLayoutEffect(() => showTheme(theme), [theme]);
  const setTheme = useCallback(
    (next: Theme) => {
      keepTheme(next);
      setKept(next);
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, theme: next === 'system' ? undefined : next }),
        replace: true,
      });
    },
    [navigate],
  );
  return { theme, setTheme };
}
