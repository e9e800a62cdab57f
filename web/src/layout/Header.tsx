import { Link } from '@tanstack/react-router';
import { Keyboard, LogOut } from 'lucide-react';
import { Button } from '../components/Button.tsx';
import { signOut } from '../session/session.ts';
import { useViewer } from '../session/useSession.ts';
import { ConnectionIndicator } from './ConnectionIndicator.tsx';
import { Logo } from './Logo.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

const places = [
  { to: '/', label: 'Board' },
  { to: '/incidents', label: 'Incidents' },
  { to: '/explorer', label: 'Explorer' },
] as const;

interface HeaderProps {
  readonly onShowKeys: () => void;
}

export function Header({ onShowKeys }: HeaderProps) {
  const viewer = useViewer();
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-4 border-b border-border bg-surface px-3 sm:px-4">
      <Logo />
      <nav aria-label="Main" className="flex gap-1 text-13 max-sm:order-last max-sm:w-full max-sm:pb-1.5">
        {places.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            className="flex h-8 items-center rounded-md px-2.5 font-semibold text-muted no-underline hover:bg-hover hover:text-text aria-[current=page]:bg-hover aria-[current=page]:text-text"
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex h-11 items-center gap-x-1">
        <span className="mr-2">
          <ConnectionIndicator />
        </span>
        <span className="mr-1 text-12 text-muted max-md:sr-only">
          {viewer.name} · {viewer.role.toLowerCase()}
        </span>
        <Button variant="quiet" size="small" className="w-7 px-0! max-sm:hidden" aria-label="Keys" onPress={onShowKeys}>
          <Keyboard size={15} aria-hidden="true" />
        </Button>
        <ThemeSwitch />
        <Button variant="quiet" size="small" className="w-7 px-0!" aria-label="Sign out" onPress={() => signOut()}>
          <LogOut size={15} aria-hidden="true" />
        </Button>
      </div>
    </header>
  );
}
