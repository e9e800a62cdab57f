import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { type BehindPage, type BehindQuestion, loadBehind } from './loadBehind.ts';

interface BehindList {
  /** All pages so far; undefined until the first has come. */
  readonly list: BehindPage | undefined;
  readonly error: unknown;
  readonly isLoading: boolean;
  readonly more: () => void;
  readonly retry: () => void;
}

interface Loaded {
  readonly key: string;
  readonly list?: BehindPage;
  readonly error?: unknown;
}

/** The incidents behind a figure, page by page. `key` stands for the question. */
export function useBehind(question: BehindQuestion, key: string): BehindList {
  const client = useApolloClient();
  const [loaded, setLoaded] = useState<Loaded>({ key: '' });
  const [asked, setAsked] = useState<{ key: string; after: string | null; attempt: number }>({
    key,
    after: null,
    attempt: 0,
  });
  if (asked.key !== key) setAsked({ key, after: null, attempt: 0 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the question changes
  useEffect(() => {
    let isOver = false;
    loadBehind(client, question, asked.after).then(
      (page) => {
        if (isOver) return;
        setLoaded((last) => {
          const isFirst = asked.after === null || last.key !== key || last.list === undefined;
          const incidents = isFirst ? page.incidents : [...(last.list?.incidents ?? []), ...page.incidents];
          return { key, list: { ...page, incidents } };
        });
      },
      (error: unknown) => {
        if (!isOver) setLoaded((last) => ({ ...(last.key === key ? last : {}), key, error }));
      },
    );
    return () => {
      isOver = true;
    };
  }, [client, key, asked]);

  const current = loaded.key === key ? loaded : undefined;
  return {
    list: current?.list,
    error: current?.error,
    isLoading: current === undefined,
    more: () => {
      const next = current?.list?.next;
      if (next != null) setAsked({ key, after: next, attempt: 0 });
    },
    retry: () => setAsked((last) => ({ ...last, attempt: last.attempt + 1 })),
  };
}
