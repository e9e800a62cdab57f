import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../components/Button.tsx';
import { keysChanged } from './bindCommands.ts';
import { type Command, commandGroups } from './command.ts';
import { KeyChoice } from './KeyChoice.tsx';
import {
  areSingleKeysOn,
  type ChosenKeys,
  holderOf,
  keepChosenKeys,
  keysOf,
  readChosenKeys,
  switchSingleKeys,
} from './keySettings.ts';
import { useOfferedCommands } from './useCommands.ts';

interface KeysDialogProps {
  readonly onClose: () => void;
}

/** The keys of all that can be done here, made from what is offered; each can be changed. */
export function KeysDialog({ onClose }: KeysDialogProps) {
  const commands = useOfferedCommands();
  const [isOn, setIsOn] = useState(areSingleKeysOn);
  const [chosen, setChosen] = useState(readChosenKeys);
  const [isChanging, setIsChanging] = useState(false);

  function choose(next: ChosenKeys): void {
    keepChosenKeys(next);
    setChosen(next);
    window.dispatchEvent(new Event(keysChanged));
  }

  /** Answers why these keys cannot be had. */
  function change(command: Command, keys: string): string | undefined {
    const others = commands.filter((each) => each.id !== command.id);
    const holder = holderOf(keys, others, chosen);
    if (holder !== undefined) return `“${holder.title}” has it`;
    choose({ ...chosen, [command.id]: [keys] });
    return undefined;
  }

  const isShown = (command: Command) => isChanging || keysOf(command, chosen).length > 0;
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 flex items-center justify-center bg-overlay p-4"
    >
      <Modal className="surface flex max-h-full w-full max-w-2xl flex-col overflow-hidden shadow-card">
        <Dialog className="flex min-h-0 flex-col outline-none">
          <Heading slot="title" className="px-4 pt-4 text-16 font-semibold">
            Keys
          </Heading>
          <div className="min-h-0 flex-1 columns-1 gap-8 overflow-y-auto px-4 py-3 sm:columns-2">
            {commandGroups.map((group) => {
              const shown = commands.filter((command) => command.group === group && isShown(command));
              if (shown.length === 0) return null;
              return (
                <section key={group} className="mb-4 break-inside-avoid">
                  <h3 className="mb-1 text-12 font-semibold text-muted">{group}</h3>
                  <ul>
                    {shown.map((command) => (
                      <li key={command.id} className="flex min-h-7 items-center justify-between gap-3 text-13">
                        <span>{command.title}</span>
                        <KeyChoice
                          title={command.title}
                          keys={keysOf(command, chosen)}
                          onChange={isChanging ? (keys) => change(command, keys) : undefined}
                        />
                      </li>
                    ))}
                  </ul>
                </section>
              );
            })}
          </div>
          <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-border px-4 py-3">
            <label className="flex min-h-6 items-center gap-2 text-13">
              <input
                type="checkbox"
                checked={isOn}
                onChange={({ target }) => {
                  switchSingleKeys(target.checked);
                  setIsOn(target.checked);
                }}
              />
              Single keys do something on this page
            </label>
            <span className="ml-auto flex gap-2">
              {Object.keys(chosen).length > 0 && (
                <Button variant="quiet" onPress={() => choose({})}>
                  As they were
                </Button>
              )}
              <Button onPress={() => setIsChanging(!isChanging)}>{isChanging ? 'Done' : 'Change keys'}</Button>
              <Button slot="close" variant="primary">
                Close
              </Button>
            </span>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
