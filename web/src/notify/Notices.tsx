import { Bell, BellRing } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/useCommands.ts';
import { Button } from '../components/Button.tsx';
import { lazyPart } from '../components/lazyPart.ts';
import { keepNotifySettings, readNotifySettings } from './notifySettings.ts';
import { useNotices } from './useNotices.ts';

const NotifyDialog = lazyPart(() => import('./NotifyDialog.tsx').then(({ NotifyDialog }) => NotifyDialog));

/** Tells of new incidents on every page, and says in the header whether it does. */
export function Notices() {
  const [settings, setSettings] = useState(readNotifySettings);
  const [isAsking, setIsAsking] = useState(false);
  useNotices(settings);
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'notifications',
        title: 'Notifications and sounds…',
        group: 'View',
        words: 'desktop alerts quiet hours bell',
        run: () => setIsAsking(true),
      },
    ],
    [],
  );
  useCommands(commands);
  const isOn = settings.desktop.length + settings.sound.length > 0;
  const Icon = isOn ? BellRing : Bell;
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        className="w-7 px-0!"
        aria-label={`Notifications: ${isOn ? 'on' : 'off'}`}
        onPress={() => setIsAsking(true)}
      >
        <Icon size={15} aria-hidden="true" />
      </Button>
      {isAsking && (
        <Suspense>
          <NotifyDialog
            settings={settings}
            onChange={(next) => {
              keepNotifySettings(next);
              setSettings(next);
            }}
            onClose={() => setIsAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
