import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { applyTheme, readTheme, type Theme, themeAfter } from './theme.ts';

const faces = {
  system: { Icon: Monitor, label: 'Theme: as the system' },
  light: { Icon: Sun, label: 'Theme: light' },
  dark: { Icon: Moon, label: 'Theme: dark' },
} as const satisfies Record<Theme, unknown>;

export function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme);
  const { Icon, label } = faces[theme];
  return (
    <Button
      variant="quiet"
      size="small"
      className="w-7 px-0!"
      aria-label={label}
      onPress={() => {
        const next = themeAfter(theme);
        applyTheme(next);
        setTheme(next);
      }}
    >
      <Icon size={15} aria-hidden="true" />
    </Button>
  );
}
