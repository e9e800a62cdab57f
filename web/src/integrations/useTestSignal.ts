import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from 'sonner';
import { SendTestSignalDocument } from '../__generated__/operations.ts';
import { testSignal } from '../board/ingestSnippet.ts';
import { submitInput } from '../forms/submitInput.ts';
import { readToken } from '../session/token.ts';
import type { Way } from './ways.ts';

/** Sends a signal as it would come this way, by whoever is signed in. */
export function useTestSignal({ test, source }: Way, onSent: () => void) {
  const client = useApolloClient();
  const [isSending, setIsSending] = useState(false);

  async function send(): Promise<void> {
    setIsSending(true);
    const refusal = test === null ? await sendSignal() : await post(test.path, test.body);
    setIsSending(false);
    if (refusal !== undefined) toast.error('The test signal was not taken', { description: refusal });
    else toast.success('Test signal sent');
    onSent();
  }

  async function sendSignal(): Promise<string | undefined> {
    const input = { ...testSignal, source };
    const { data, problems } = await submitInput(client, SendTestSignalDocument, { input });
    return problems[0]?.message ?? (data === undefined ? 'The server gave no answer.' : undefined);
  }

  return { isSending, send };
}

/** Answers why it was not taken. */
async function post(path: string, body: string): Promise<string | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${readToken() ?? ''}` },
      body,
    });
    if (response.ok) return undefined;
    return `The server answered with status ${response.status}.`;
  } catch {
    return 'The server cannot be reached.';
  }
}
