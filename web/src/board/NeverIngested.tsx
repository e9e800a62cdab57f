import { useMutation } from '@apollo/client/react';
import { Send } from 'lucide-react';
import { toast } from 'sonner';
import { SendTestSignalDocument } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { describeError } from '../components/describeError.ts';
import { useViewer } from '../session/useSession.ts';
import { clientSnippet, curlLine, testSignal } from './ingestSnippet.ts';
import { Snippet } from './Snippet.tsx';

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
  return (
    <section aria-label="Getting started" className="surface mx-auto flex w-full max-w-3xl flex-col gap-3 p-4">
      <h2 className="text-16 font-semibold">No signal has been received yet</h2>
      <p className="text-13 text-muted">
        Send one from a shell, point a monitoring tool at this server, or try it from here. What becomes of it appears
        by itself.
      </p>
      <Snippet title="From a shell" text={curlLine(window.location.origin, '$VIGIL_TOKEN')} withToken={curlLine} />
      <Snippet
        title="From TypeScript"
        text={clientSnippet(window.location.origin, '$VIGIL_TOKEN')}
        withToken={clientSnippet}
      />
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
      </div>
    </section>
  );
}
