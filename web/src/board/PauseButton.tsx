import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/useCommands.ts';
import { Button } from '../components/Button.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { useLive, useLiveStore } from '../live/LiveContext.tsx';

/** Holds everything that moves: changes wait, marks rest. What is one's own still shows at once. */
export function PauseButton() {
  const store = useLiveStore();
  const paused = useLive((state) => state.paused);
  const isPaused = paused !== null;
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'pause',
        title: isPaused ? 'Go on moving' : 'Pause what moves',
        group: 'Board',
        keys: ['p'],
        words: 'freeze hold resume stop',
        run: isPaused ? store.resume : store.pause,
      },
    ],
    [store, isPaused],
  );
  useCommands(commands);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-paused', isPaused);
    return () => document.documentElement.removeAttribute('data-paused');
  }, [isPaused]);
  if (paused === null) {
    return (
      <Button
        variant="quiet"
        size="small"
        className="h-8 w-8 px-0!"
        aria-label="Pause what moves"
        onPress={store.pause}
      >
        <Pause size={14} aria-hidden="true" />
      </Button>
    );
  }
  return (
    <Button variant="primary" size="small" className="h-8" onPress={store.resume}>
      <Play size={13} aria-hidden="true" />
      Paused{paused.waiting > 0 && ` · ${formatCount(paused.waiting)} waiting`}
    </Button>
  );
}
