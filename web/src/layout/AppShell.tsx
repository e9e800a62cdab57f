import { Outlet } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { Toaster } from 'sonner';
import { EscalationBanner } from '../board/EscalationBanner.tsx';
import { bindCommands } from '../commands/bindCommands.ts';
import { lazyPart } from '../components/lazyPart.ts';
import { AskProvider } from '../incident/commands/AskContext.tsx';
import { Announcer } from './Announcer.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import { useShellCommands } from './useShellCommands.ts';
import { useShellHeight } from './useShellHeight.ts';
import { useTheme } from './useTheme.ts';

const overlays = {
  PALETTE: lazyPart(() => import('../commands/CommandPalette.tsx').then(({ CommandPalette }) => CommandPalette)),
  WALL: lazyPart(() => import('../wall/WallDialog.tsx').then(({ WallDialog }) => WallDialog)),
  KEYS: lazyPart(() => import('../commands/KeysDialog.tsx').then(({ KeysDialog }) => KeysDialog)),
} as const;

/** What stands around every page. */
export function AppShell() {
  const [overlay, setOverlay] = useState<keyof typeof overlays>();
  const showPalette = useCallback(() => setOverlay('PALETTE'), []);
  const showKeys = useCallback(() => setOverlay('KEYS'), []);
  const showWall = useCallback(() => setOverlay('WALL'), []);
  const closeOverlay = useCallback(() => setOverlay(undefined), []);
  const theme = useTheme();
  const top = useShellHeight();
  useShellCommands({ showPalette, showKeys, showWall, setTheme: theme.setTheme });
  useEffect(bindCommands, []);
  const Overlay = overlay === undefined ? undefined : overlays[overlay];
  return (
    <div className="shell">
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <div ref={top} className="shell-top">
        <Header onShowPalette={showPalette} onShowKeys={showKeys} onShowWall={showWall} theme={theme} />
        <EscalationBanner />
        <ConnectionBanner />
      </div>
      <Navigation />
      <main id="main" tabIndex={-1} className="shell-main outline-none">
        <AskProvider>
          <Outlet />
        </AskProvider>
      </main>
      <Announcer />
      <Toaster position="bottom-right" expand visibleToasts={3} containerAriaLabel="Notices" className="vigil-toasts" />
      {Overlay !== undefined && (
        <Suspense>
          <Overlay onClose={closeOverlay} />
        </Suspense>
      )}
    </div>
  );
}
