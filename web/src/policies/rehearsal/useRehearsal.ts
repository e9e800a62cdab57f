import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { RehearsalDocument, type RehearsalSubscription } from '../../__generated__/operations.ts';
import { describeError } from '../../components/describeError.ts';

type Progress = RehearsalSubscription['backtestProgress'];
export type RehearsalReport = NonNullable<Progress['report']>;

export type Rehearsal =
  | { readonly kind: 'IDLE' }
  | {
      readonly kind: 'RUNNING';
      readonly days: number;
      readonly done: number;
      readonly total: number;
      readonly ratePerSecond: number;
    }
  | { readonly kind: 'FAILED'; readonly days: number; readonly message: string }
  /** `document` is what was rehearsed: the draft may be another by now. */
  | { readonly kind: 'DONE'; readonly days: number; readonly report: RehearsalReport; readonly document: string };

const dayMs = 86_400_000;

/** Runs a draft over the signals of the last days. Ending it ends it on the server too. */
export function useRehearsal() {
  const client = useApolloClient();
  const [rehearsal, setRehearsal] = useState<Rehearsal>({ kind: 'IDLE' });
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  function start(document: string, days: number): void {
    stop.current();
    setRehearsal({ kind: 'RUNNING', days, done: 0, total: 0, ratePerSecond: 0 });
    const now = Date.now();
    const range = { from: new Date(now - days * dayMs).toISOString(), to: new Date(now).toISOString() };
    const failed = (error: unknown) => setRehearsal({ kind: 'FAILED', days, message: describeError(error).detail });
    const subscription = client
      .subscribe({ query: RehearsalDocument, variables: { input: { document, range } }, fetchPolicy: 'no-cache' })
      .subscribe({
        next: ({ data, error }) => {
          if (error !== undefined) return failed(error);
          if (data === undefined || data === null) return undefined;
          const { report, done, total, ratePerSecond } = data.backtestProgress;
          if (report === null) return setRehearsal({ kind: 'RUNNING', days, done, total, ratePerSecond });
          const [refusal] = report.userErrors;
          if (refusal !== undefined) return setRehearsal({ kind: 'FAILED', days, message: refusal.message });
          return setRehearsal({ kind: 'DONE', days, report, document });
        },
        error: failed,
      });
    stop.current = () => subscription.unsubscribe();
  }

  function cancel(): void {
    stop.current();
    setRehearsal({ kind: 'IDLE' });
  }

  return { rehearsal, start, cancel };
}
