import { useMutation } from '@apollo/client/react';
import { Copy, Send } from 'lucide-react';
import { toast } from 'sonner';
import { SendTestSignalDocument } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { describeError } from '../components/describeError.ts';
import { readToken } from '../session/token.ts';
import { useViewer } from '../session/useSession.ts';
import { curlLine, testSignal } from './ingestSnippet.ts';

/** The board before the first signal: says how to send one. */
export function NeverIngested() {
  const viewer = useViewer();
  const [send, { loading }] = useMutation(SendTestSignalDocument);
  async function sendTest(): Promise<void> {
    try {
      const { data } = await send({ variables: { input: testSignal } });
      const refusal = data?.ingestSignal.userErrors[0];
      if (refusal) toast.error('The signal was refused', { description: refusal.message });
      else toast.success('Signal sent');
    } catch (error) {
      toast.error('The signal was not sent', { description: describeError(error).detail });
    }
  }
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(curlLine(window.location.origin, readToken() ?? '$VIGIL_TOKEN'));
      toast('Copied, with your token in it');
    } catch {
      toast.error('The browser does not let this page copy');
    }
  }
  return (
    <section aria-label="Getting started" className="surface mx-auto flex w-full max-w-3xl flex-col gap-3 p-4">
      <h2 className="text-16 font-semibold">No signal has been received yet</h2>
      <p className="text-13 text-muted">
        Send one from a shell, point a monitoring tool at this server, or try it from here. What becomes of it appears
        by itself.
      </p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-md border border-border bg-sunken p-3 font-mono text-12 leading-[1.2rem]"
      >
        {curlLine(window.location.origin, '$VIGIL_TOKEN')}
      </pre>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabledReason={
            viewer.role === 'VIEWER' ? `Needs the role RESPONDER; "${viewer.name}" has VIEWER.` : undefined
          }
          isDisabled={loading}
          onPress={() => void sendTest()}
        >
          <Send size={13} aria-hidden="true" />
          Send a test signal
        </Button>
        <Button onPress={() => void copy()}>
          <Copy size={13} aria-hidden="true" />
          Copy with my token
        </Button>
      </div>
    </section>
  );
}
