import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { useLive } from '../live/LiveContext.tsx';
import { useViewer } from '../session/useSession.ts';

const seenKey = 'vigil.hint-seen';

/** In the demo, once something is critical: how to take it. Gone for good after the first time. */
export function FirstHint() {
  const viewer = useViewer();
  const [isSeen, setIsSeen] = useState(readSeen);
  const isWanted = useLive(
    ({ system, columns }) => system?.demo === true && columns.OPEN.some(({ severity }) => severity === 'CRITICAL'),
  );
  const hasTaken = useLive(({ columns }) =>
    columns.ACKNOWLEDGED.some(({ acknowledgedBy }) => acknowledgedBy === viewer.name),
  );
  if (isSeen || hasTaken || !isWanted) return null;
  return (
    <p className="flex items-center gap-1.5 text-12 text-muted max-md:hidden">
      Press <kbd className="key">j</kbd> then <kbd className="key">a</kbd> to take the most urgent
      <Button
        variant="quiet"
        size="small"
        className="w-6 px-0!"
        aria-label="Hide the hint"
        onPress={() => {
          keepSeen();
          setIsSeen(true);
        }}
      >
        <X size={12} aria-hidden="true" />
      </Button>
    </p>
  );
}

function readSeen(): boolean {
  try {
    return window.localStorage.getItem(seenKey) !== null;
  } catch {
    return false;
  }
}

function keepSeen(): void {
  try {
    window.localStorage.setItem(seenKey, 'yes');
  } catch {
    // Without storage it comes again with the next page.
  }
}
