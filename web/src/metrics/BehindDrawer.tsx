import { X } from 'lucide-react';
import { useMemo } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { BehindItem } from './BehindItem.tsx';
import type { Behind } from './behindSearch.ts';
import { behindWords } from './behindWords.ts';
import type { BehindPage } from './loadBehind.ts';
import { useMetricsPage } from './MetricsContext.tsx';
import { metricsVariables } from './metricsVariables.ts';
import { pointWords } from './pointWords.ts';
import { useBehind } from './useBehind.ts';

interface BehindDrawerProps {
  readonly behind: Behind;
  readonly onClose: () => void;
}

/** The incidents behind a figure, beside the page. Its address names it, so it can be sent to somebody. */
export function BehindDrawer({ behind, onClose }: BehindDrawerProps) {
  const { search, timeZone, bounds, bucket, words: range } = useMetricsPage();
  const words = useMemo(() => pointWords(bucket, timeZone), [bucket, timeZone]);
  const variables = metricsVariables(search, timeZone, bounds);
  const labelName = search.labelName ?? '';
  const key = JSON.stringify([behind, variables, labelName]);
  const { list, error, more, retry, isLoading } = useBehind({ behind, variables, bounds, timeZone, labelName }, key);
  const { title, part } = behindWords(behind, range, words);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 flex justify-end bg-overlay"
    >
      <Modal className="flex h-full w-full max-w-lg flex-col border-l border-border bg-surface shadow-card">
        <Dialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-start gap-3 border-b border-border p-4">
            <div className="min-w-0 flex-1">
              <Heading slot="title" className="text-16 font-semibold">
                {title}
              </Heading>
              <p className="text-13 text-muted">
                <HostileText text={part} />
              </p>
              <p aria-live="polite" className="text-13 text-muted">
                {list !== undefined && countWords(list)}
              </p>
            </div>
            <Button slot="close" variant="quiet" aria-label="Close" className="size-8 px-0!">
              <X size={16} aria-hidden="true" />
            </Button>
          </header>
          <div className="min-h-0 flex-1 relative overflow-y-auto" aria-busy={isLoading}>
            {error !== undefined && (
              <div className="p-4">
                <FailureNotice title="The incidents could not be loaded." error={error} onRetry={retry} />
              </div>
            )}
            {isLoading && <ListSkeleton rows={6} />}
            {list?.incidents.length === 0 && <EmptyState title="There is no such incident" />}
            <ul className="divide-y divide-border">
              {list?.incidents.map((incident) => (
                <BehindItem key={incident.id} incident={incident} figure={behind.figure} timeZone={timeZone} />
              ))}
            </ul>
            {list?.next && (
              <div className="flex justify-center p-3">
                <Button size="small" onPress={more}>
                  Show more
                </Button>
              </div>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function countWords({ incidents: { length: shown }, total }: BehindPage): string {
  const all = `${formatCount(total)} ${total === 1 ? 'incident' : 'incidents'}`;
  return shown < total ? `${all}, the newest ${formatCount(shown)} shown` : all;
}
