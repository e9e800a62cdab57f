import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { CheckPolicyDocument, type CheckPolicyQuery } from '../__generated__/operations.ts';
import { type DocumentProblem, placeProblems } from '../forms/placeInDocument.ts';
import { useSettled } from '../forms/useSettled.ts';

export type CheckedChange = CheckPolicyQuery['checkPolicy']['changes'][number];

export interface PolicyCheck {
  /** Undefined while it was never checked. */
  readonly changes: readonly CheckedChange[] | undefined;
  readonly problems: readonly DocumentProblem[];
  /** The newest text was not checked yet. */
  readonly isChecking: boolean;
  /** The check itself failed. */
  readonly error: Error | undefined;
}

const pauseMs = 400;
const none: readonly DocumentProblem[] = [];

/** What the server says about a draft: asked when typing pauses. */
export function usePolicyCheck(text: string): PolicyCheck {
  const document = useSettled(text, pauseMs);
  const { data, previousData, error, loading } = useQuery(CheckPolicyDocument, {
    variables: { document },
    fetchPolicy: 'no-cache',
  });
  const check = (data ?? previousData)?.checkPolicy;
  const problems = useMemo(() => {
    if (data === undefined) return none;
    const faults = data.checkPolicy.userErrors.map(({ field, message }) => ({ path: field?.slice(1) ?? [], message }));
    return faults.length === 0 ? none : placeProblems(document, faults);
  }, [data, document]);
  return { changes: check?.changes, problems, isChecking: text !== document || loading, error };
}
