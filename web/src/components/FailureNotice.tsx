import { describeError, type ErrorKind } from './describeError.ts';
import { EmptyState } from './EmptyState.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';

interface FailureNoticeProps {
  /** What could not be done, for example "The incident could not be loaded." */
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly isRetrying?: boolean;
}

const missingRight = {
  forbidden: 'Your token may not see this',
  unauthenticated: 'Your session has ended',
} as const satisfies Partial<Record<ErrorKind, string>>;

/** A failed request: a retry where that can help, and the role that is needed where it cannot. */
export function FailureNotice({ title, error, onRetry, isRetrying = false }: FailureNoticeProps) {
  const { kind, detail } = describeError(error);
  if (kind === 'forbidden' || kind === 'unauthenticated') {
    return (
      <EmptyState title={missingRight[kind]} className="surface">
        <p>{detail}</p>
        <p>
          {kind === 'forbidden'
            ? 'It needs a token with the role VIEWER or more. An administrator can make one.'
            : 'Sign in again with a valid token.'}
        </p>
      </EmptyState>
    );
  }
  return <ErrorNotice title={title} detail={detail} onRetry={onRetry} isRetrying={isRetrying} />;
}
