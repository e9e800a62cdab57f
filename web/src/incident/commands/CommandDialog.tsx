import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../components/Button.tsx';
import { useFocusReturn } from '../../components/useFocusReturn.ts';

interface CommandDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly canSubmit: boolean;
  /** Answers what went wrong, undefined when nothing did. */
  readonly onSubmit: () => Promise<string | undefined>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks for what a command needs. It stays, with what was typed, until the server has agreed. */
export function CommandDialog({ title, submitLabel, canSubmit, onSubmit, onClose, children }: CommandDialogProps) {
  const problemId = useId();
  const [problem, setProblem] = useState<string>();
  const [isSending, setIsSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFocusReturn();
  // Whoever asked by key goes on typing.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);

  async function send(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (!canSubmit || isSending) return;
    setIsSending(true);
    setProblem(undefined);
    const refusal = await onSubmit();
    setIsSending(false);
    if (refusal === undefined) onClose();
    else setProblem(refusal);
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 flex items-center justify-center bg-overlay p-4"
    >
      <Modal className="surface max-h-full w-full max-w-md overflow-y-auto shadow-card">
        <Dialog className="outline-none">
          <form
            ref={form}
            onSubmit={(event) => void send(event)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send(event);
            }}
            aria-describedby={problem === undefined ? undefined : problemId}
            className="flex flex-col gap-3 p-4"
          >
            <Heading slot="title" className="text-16 font-semibold">
              {title}
            </Heading>
            {children}
            {problem !== undefined && (
              <p id={problemId} role="alert" className="text-13">
                {problem}
              </p>
            )}
            <div className="flex justify-end gap-2">
              <Button slot="close">Cancel</Button>
              <Button type="submit" variant="primary" isDisabled={!canSubmit || isSending}>
                {isSending ? 'Saving…' : submitLabel}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
