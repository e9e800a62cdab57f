import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../components/Button.tsx';
import { areShortcutsOn, shortcuts, switchShortcuts } from './shortcuts.ts';

interface ShortcutsDialogProps {
  readonly onClose: () => void;
}

export function ShortcutsDialog({ onClose }: ShortcutsDialogProps) {
  const [isOn, setIsOn] = useState(areShortcutsOn);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 flex items-center justify-center bg-overlay p-4"
    >
      <Modal className="surface max-h-full w-full max-w-md overflow-y-auto shadow-card">
        <Dialog className="flex flex-col gap-3 p-4 outline-none">
          <Heading slot="title" className="text-16 font-semibold">
            Keys
          </Heading>
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-13">
            {shortcuts.map(({ keys, does }) => (
              <div key={does} className="contents">
                <dt className="flex gap-1">
                  {keys.map((key) => (
                    <kbd
                      key={key}
                      className="min-w-6 rounded-[4px] border border-border-strong bg-sunken px-1.5 py-0.5 text-center font-mono text-12"
                    >
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd className="text-muted">{does}</dd>
              </div>
            ))}
          </dl>
          <label className="flex min-h-6 items-center gap-2 text-13">
            <input
              type="checkbox"
              checked={isOn}
              onChange={({ target }) => {
                switchShortcuts(target.checked);
                setIsOn(target.checked);
              }}
            />
            Single keys do something on this page
          </label>
          <Button slot="close" className="self-end">
            Close
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
