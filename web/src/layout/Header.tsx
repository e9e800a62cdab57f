import { Keyboard, LogOut, Search, Tv } from 'lucide-react';
import { formatKeys } from '../commands/formatKeys.ts';
import { Button } from '../components/Button.tsx';
import { Notices } from '../notify/Notices.tsx';
import { signOut } from '../session/session.ts';
import { useViewer } from '../session/useSession.ts';
import { ConnectionIndicator } from './ConnectionIndicator.tsx';
import { DemoMark } from './DemoMark.tsx';
import { Logo } from './Logo.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import type { ThemeChoice } from './useTheme.ts';

interface HeaderProps {
  readonly onShowPalette: () => void;
  readonly onShowKeys: () => void;
  readonly onShowWall: () => void;
  readonly theme: ThemeChoice;
}

export function Header({ onShowPalette, onShowKeys, onShowWall, theme }: HeaderProps) {
  const viewer = useViewer();
  return (
    <header className="flex h-12 items-center gap-x-3 border-b border-border bg-surface px-3 sm:px-4">
      <Logo />
      <DemoMark />
      <Button
        className="min-w-8 border-border! font-normal! text-muted! max-md:ml-auto max-md:px-2! md:ml-4 md:w-72 md:justify-start"
        onPress={onShowPalette}
      >
        <Search size={14} aria-hidden="true" />
        <span className="max-md:sr-only">Find or do anything</span>
        <span aria-hidden="true" className="key ml-auto max-md:hidden">
          {formatKeys('$mod+k')}
        </span>
      </Button>
      <div className="flex items-center gap-x-1 md:ml-auto">
        <span className="mr-2">
          <ConnectionIndicator />
        </span>
        <span className="mr-1 max-w-48 truncate text-12 text-muted max-md:sr-only">
          {viewer.name} · {viewer.role.toLowerCase()}
        </span>
        <Button variant="quiet" size="small" className="w-7 px-0! max-sm:hidden" aria-label="Keys" onPress={onShowKeys}>
          <Keyboard size={15} aria-hidden="true" />
        </Button>
        <Button
          variant="quiet"
          size="small"
          className="w-7 px-0! max-sm:hidden"
          aria-label="A screen on the wall"
          onPress={onShowWall}
        >
          <Tv size={15} aria-hidden="true" />
        </Button>
        <Notices />
        <ThemeSwitch {...theme} />
        <Button variant="quiet" size="small" className="w-7 px-0!" aria-label="Sign out" onPress={() => signOut()}>
          <LogOut size={15} aria-hidden="true" />
        </Button>
      </div>
    </header>
  );
}
