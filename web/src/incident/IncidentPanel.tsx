import { Link, useNavigate } from '@tanstack/react-router';
import { Maximize2, X } from 'lucide-react';
import { Suspense, useDeferredValue } from 'react';
import { Button } from '../components/Button.tsx';
import { lazyPart } from '../components/lazyPart.ts';
import { IncidentSkeleton } from './IncidentSkeleton.tsx';

const IncidentView = lazyPart(() => import('./IncidentView.tsx').then(({ IncidentView }) => IncidentView));

interface IncidentPanelProps {
  /** Its number, as it stands in the URL. */
  readonly number: string;
}

/** An incident beside the board or the list; on a narrow screen it covers them. */
export function IncidentPanel({ number }: IncidentPanelProps) {
  const navigate = useNavigate();
  // The frame is there at the key; what is in it follows the paint.
  const shown = useDeferredValue(number, '');
  return (
    <aside aria-label={`Incident #${number}`} className="incident-panel incident-frame" data-incident-panel={number}>
      <div className="flex items-center justify-end gap-1 px-3 pt-2">
        <Link
          to="/incidents/$id"
          params={{ id: number }}
          aria-label="Open as a page"
          title="Open as a page"
          className="inline-flex size-7 items-center justify-center rounded-md text-text hover:bg-hover"
        >
          <Maximize2 size={14} aria-hidden="true" />
        </Link>
        <Button
          variant="quiet"
          size="small"
          className="w-7 px-0!"
          aria-label="Close"
          onPress={() =>
            void navigate({
              to: '.',
              search: (before: Record<string, unknown>) => ({ ...before, incident: undefined }),
              resetScroll: false,
            })
          }
        >
          <X size={15} aria-hidden="true" />
        </Button>
      </div>
      <div className="px-4 pb-6">
        <Suspense fallback={<IncidentSkeleton />}>
          {shown === number ? <IncidentView key={number} id={number} isPanel /> : <IncidentSkeleton />}
        </Suspense>
      </div>
    </aside>
  );
}
