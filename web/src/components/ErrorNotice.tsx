import { CircleAlert } from 'lucide-react';
import { Button } from './Button.tsx';

interface ErrorNoticeProps {
  /** What could not be done, for example "The incident could not be loaded." */
  readonly title: string;
  /** The server's own words. */
  readonly detail?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly isRetrying?: boolean;
}

export function ErrorNotice({ title, detail, onRetry, isRetrying = false }: ErrorNoticeProps) {
  return (
    <div role="alert" className="surface flex flex-wrap items-start gap-3 p-3">
      <CircleAlert size={16} aria-hidden="true" className="mt-0.5 shrink-0" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="text-13 font-semibold">{title}</p>
        {detail !== undefined && detail !== '' && (
          <p className="mt-0.5 text-13 text-muted [overflow-wrap:anywhere]">{detail}</p>
        )}
      </div>
      {onRetry !== undefined && (
        <Button size="small" onPress={onRetry} isDisabled={isRetrying}>
          {isRetrying ? 'Trying again…' : 'Try again'}
        </Button>
      )}
    </div>
  );
}
