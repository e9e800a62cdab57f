import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';

export interface LiveMetrics<Figures> {
  /** The newest figures; those of the question before while a new one loads. */
  readonly figures: Figures | undefined;
  /** Whether `figures` answer another question than the one that is asked now. */
  readonly isStale: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

interface Answer<Figures> {
  readonly key: string;
  readonly figures?: Figures;
  readonly error?: unknown;
}

/** A pushed figure can be lost with a connection; a question now and then puts it right. */
const againMs = 60_000;

/**
 * Figures that are read once and then pushed. They stay out of Apollo's cache: each answer is whole, and nothing else shares its parts.
 * `key` stands for the variables; `undefined` variables ask nothing.
 */
export function useLiveMetrics<Figures, Variables extends OperationVariables>(
  query: TypedDocumentNode<{ readonly metrics: Figures }, Variables>,
  changes: TypedDocumentNode<{ readonly metricsChanged: Figures }, Variables>,
  variables: Variables | undefined,
): LiveMetrics<Figures> {
  const client = useApolloClient();
  const [answer, setAnswer] = useState<Answer<Figures>>();
  const [attempt, setAttempt] = useState(0);
  const key = variables === undefined ? '' : JSON.stringify(variables);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the variables change; an attempt asks again
  useEffect(() => {
    if (variables === undefined) return undefined;
    let isOver = false;
    const take = (figures: Figures) => {
      if (!isOver) setAnswer({ key, figures });
    };
    async function ask(asked: Variables): Promise<void> {
      try {
        const { data } = await client.query({ query, variables: asked, fetchPolicy: 'no-cache' } as never);
        take((data as { metrics: Figures }).metrics);
      } catch (error) {
        // What is shown already stays: the connection's own notice says that it may be old.
        if (!isOver) setAnswer((last) => (last?.key === key && last.figures !== undefined ? last : { key, error }));
      }
    }
    void ask(variables);
    const timer = setInterval(() => {
      if (!document.hidden) void ask(variables);
    }, againMs);
    const subscription = client.subscribe({ query: changes, variables, fetchPolicy: 'no-cache' } as never).subscribe({
      next: ({ data }) => {
        if (data) take((data as { metricsChanged: Figures }).metricsChanged);
      },
      // The query says what is wrong, and asks again.
      error: () => undefined,
    });
    return () => {
      isOver = true;
      clearInterval(timer);
      subscription.unsubscribe();
    };
  }, [client, query, changes, key, attempt]);

  const [shown, setShown] = useState<Answer<Figures>>();
  if (answer !== undefined && answer !== shown && answer.figures !== undefined) setShown(answer);
  return {
    figures: shown?.figures,
    isStale: shown?.key !== key,
    error: answer?.key === key ? answer.error : undefined,
    retry: () => setAttempt((last) => last + 1),
  };
}
