import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Toaster } from 'sonner';
import { EscalationBanner } from '../board/EscalationBanner.tsx';
import { Announcer } from './Announcer.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Header } from './Header.tsx';
import { useGlobalKeys } from './useGlobalKeys.ts';
import { useShellHeight } from './useShellHeight.ts';

const ShortcutsDialog = lazy(() =>
  import('./ShortcutsDialog.tsx').then((module) => ({ default: module.ShortcutsDialog })),
);

/** What stands around every page. */
export function AppShell() {
  const [isHelpShown, setIsHelpShown] = useState(false);
  const showHelp = useCallback(() => setIsHelpShown(true), []);
  const top = useShellHeight();
  useGlobalKeys(showHelp);
  return (
    <>
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <div ref={top}>
        <Header onShowKeys={showHelp} />
        <EscalationBanner />
        <ConnectionBanner />
      </div>
      <main id="main" tabIndex={-1} className="outline-none">
        <Outlet />
      </main>
      <Announcer />
      <Toaster position="bottom-right" expand visibleToasts={3} containerAriaLabel="Notices" className="vigil-toasts" />
      {isHelpShown && (
        <Suspense>
          <ShortcutsDialog onClose={() => setIsHelpShown(false)} />
        </Suspense>
      )}
    </>
  );
}
