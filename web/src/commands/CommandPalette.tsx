import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type KeyboardEvent, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Dialog, Input, Modal, ModalOverlay, SearchField } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useLiveStore } from '../live/LiveContext.tsx';
import { CommandList } from './CommandList.tsx';
import type { Command } from './command.ts';
import { findCommands } from './findCommands.ts';
import { findIncidents } from './findIncidents.ts';
import { readChosenKeys } from './keySettings.ts';
import { useOfferedCommands } from './useCommands.ts';

interface CommandPaletteProps {
  readonly onClose: () => void;
}

/** Longer than the paint of a letter, and shorter than the pause to the next. */
const followMs = 40;

/** Everything that can be done here, found by typing; incidents by number and words. */
export function CommandPalette({ onClose }: CommandPaletteProps) {
  const commands = useOfferedCommands();
  const live = useLiveStore();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  /** What the list answers: the field shows a letter at once, and the list follows when it has been painted. */
  const [sought, setSought] = useState('');
  const following = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(following.current), []);
  const [chosenKeys] = useState(readChosenKeys);
  const groups = useMemo(() => findCommands(commands, sought), [commands, sought]);
  const incidents = useMemo(() => findIncidents(live.getState().incidents.values(), sought), [live, sought]);

  function type(next: string): void {
    setText(next);
    clearTimeout(following.current);
    following.current = setTimeout(() => startTransition(() => setSought(next)), followMs);
  }

  /** Keys that act on the list act on what was typed before them. */
  function bringUpToDate({ key }: KeyboardEvent): void {
    if (text === sought || !actsOnList.has(key)) return;
    clearTimeout(following.current);
    flushSync(() => setSought(text));
  }

  /** Only after the dialog has given the focus back: many commands are about the incident that has it. */
  const afterClosing = useCallback(
    (act: () => void) => {
      onClose();
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(act)));
    },
    [onClose],
  );
  const runCommand = useCallback((command: Command) => afterClosing(() => command.run(null)), [afterClosing]);
  const openIncident = useCallback(
    (number: number) => afterClosing(() => void navigate({ to: '/incidents/$id', params: { id: String(number) } })),
    [afterClosing, navigate],
  );

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 flex items-start justify-center bg-overlay p-4 pt-[12vh]"
    >
      <Modal className="surface flex max-h-[70vh] w-full max-w-xl flex-col overflow-hidden shadow-card">
        <Dialog aria-label="Commands" className="flex min-h-0 flex-col outline-none">
          <Autocomplete inputValue={text} onInputChange={type} disableAutoFocusFirst={false}>
            <SearchField aria-label="Find a command or an incident" autoFocus className="flex items-center gap-2 px-3">
              <Search size={16} aria-hidden="true" className="shrink-0 text-muted" />
              <Input
                role="combobox"
                aria-expanded="true"
                aria-haspopup="menu"
                onKeyDownCapture={bringUpToDate}
                placeholder="Find a command, or an incident by number or words"
                className="h-12 min-w-0 flex-1 bg-transparent text-14 outline-none placeholder:text-muted"
              />
            </SearchField>
            <CommandList
              groups={groups}
              incidents={incidents}
              chosenKeys={chosenKeys}
              onCommand={runCommand}
              onIncident={openIncident}
            />
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const actsOnList: ReadonlySet<string> = new Set([
  'Enter',
  'ArrowDown',
  'ArrowUp',
  'Home',
  'End',
  'PageDown',
  'PageUp',
  'Tab',
]);
