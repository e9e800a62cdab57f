import { Monitor, Moon, Sun } from 'lucide-react';
import { Button } from '../components/Button.tsx';
import { type Theme, themeAfter } from './theme.ts';
import type { ThemeChoice } from './useTheme.ts';

const faces = {
  system: { Icon: Monitor, label: 'Theme: as the system' },
  light: { Icon: Sun, label: 'Theme: light' },
  dark: { Icon: Moon, label: 'Theme: dark' },
} as const satisfies Record<Theme, unknown>;

export function ThemeSwitch({ theme, setTheme }: ThemeChoice) {
  const { Icon, label } = faces[theme];
  return (
    <Button
      variant="quiet"
      size="small"
      className="w-7 px-0!"
      aria-label={label}
      onPress={() => setTheme(themeAfter(theme))}
    >
      <Icon size={15} aria-hidden="true" />
    </Button>
  );
}
