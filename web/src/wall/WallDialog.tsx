import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { CreateWallTokenDocument } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { describeError } from '../components/describeError.ts';
import { copyText } from '../incident/incidentUrl.ts';
import { useViewer } from '../session/useSession.ts';

interface WallDialogProps {
  readonly onClose: () => void;
}

/** A link for a screen on the wall: it may look and do nothing. */
export function WallDialog({ onClose }: WallDialogProps) {
  const client = useApolloClient();
  const viewer = useViewer();
  const [link, setLink] = useState<string>();
  const [problem, setProblem] = useState<string>();
  async function make(): Promise<void> {
    setProblem(undefined);
    try {
      const { data } = await client.mutate({
        mutation: CreateWallTokenDocument,
        variables: { input: { name: 'Wall screen', role: 'VIEWER' } },
      });
      const { secret, userErrors } = data?.createApiToken ?? { secret: null, userErrors: [] };
      if (secret === null) setProblem(userErrors[0]?.message ?? 'The server gave no token.');
      else setLink(`${window.location.origin}/wall#token=${encodeURIComponent(secret)}`);
    } catch (error) {
      setProblem(describeError(error).detail);
    }
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 flex items-center justify-center bg-overlay p-4"
    >
      <Modal className="surface max-h-full w-full max-w-lg overflow-y-auto shadow-card">
        <Dialog className="flex flex-col gap-3 p-4 outline-none">
          <Heading slot="title" className="text-16 font-semibold">
            A screen on the wall
          </Heading>
          <p className="text-13 text-muted">
            Large type and no controls. It follows by itself, also after a power cut and a new version. Its link carries
            a token that may only look; settings can revoke it.
          </p>
          {link !== undefined && (
            <p className="rounded-md border border-border bg-sunken p-2 font-mono text-12 [overflow-wrap:anywhere]">
              {link}
            </p>
          )}
          {problem !== undefined && (
            <p role="alert" className="text-13">
              {problem}
            </p>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button slot="close">Close</Button>
            <Button onPress={() => window.open('/wall', '_blank', 'noopener')}>Open it here</Button>
            {link === undefined ? (
              <Button
                variant="primary"
                disabledReason={
                  viewer.role === 'ADMIN' ? undefined : `Needs the role ADMIN; "${viewer.name}" has ${viewer.role}.`
                }
                onPress={() => void make()}
              >
                Make a link
              </Button>
            ) : (
              <Button variant="primary" onPress={() => copyText(link, 'Link copied')}>
                Copy link
              </Button>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
