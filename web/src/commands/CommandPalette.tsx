import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { HostileText } from '../components/HostileText.tsx';
import { SeverityIcon } from '../components/SeverityIcon.tsx';
import { useLiveStore } from '../live/LiveContext.tsx';
import { findCommands } from './findCommands.ts';
import { findIncidents } from './findIncidents.ts';
import { formatKeys } from './formatKeys.ts';
import { keysOf, readChosenKeys } from './keySettings.ts';
import { useOfferedCommands } from './useCommands.ts';

interface CommandPaletteProps {
  readonly onClose: () => void;
}

const itemClass =
  'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-13 outline-none data-focused:bg-hover data-disabled:text-muted';

/** Everything that can be done here, found by typing; incidents by number and words. */
export function CommandPalette({ onClose }: CommandPaletteProps) {
  const commands = useOfferedCommands();
  const live = useLiveStore();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen] = useState(readChosenKeys);
  const groups = useMemo(() => findCommands(commands, text), [commands, text]);
  const incidents = useMemo(() => findIncidents(live.getState().incidents.values(), text), [live, text]);

  /** Only after the dialog has given the focus back: many commands are about the incident that has it. */
  function afterClosing(act: () => void): void {
    onClose();
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(act)));
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 flex items-start justify-center bg-overlay p-4 pt-[12vh]"
    >
      <Modal className="surface flex max-h-[70vh] w-full max-w-xl flex-col overflow-hidden shadow-card">
        <Dialog aria-label="Commands" className="flex min-h-0 flex-col outline-none">
          <Autocomplete inputValue={text} onInputChange={setText} disableAutoFocusFirst={false}>
            <SearchField aria-label="Find a command or an incident" autoFocus className="flex items-center gap-2 px-3">
              <Search size={16} aria-hidden="true" className="shrink-0 text-muted" />
              <Input
                role="combobox"
                aria-expanded="true"
                aria-haspopup="menu"
                placeholder="Find a command, or an incident by number or words"
                className="h-12 min-w-0 flex-1 bg-transparent text-14 outline-none placeholder:text-muted"
              />
            </SearchField>
            <Menu
              aria-label="Commands"
              renderEmptyState={() => (
                <p className="px-3 py-6 text-center text-13 text-muted">Nothing is called that.</p>
              )}
              disabledKeys={commands.filter(({ disabledReason }) => disabledReason !== undefined).map(({ id }) => id)}
              className="min-h-0 flex-1 overflow-y-auto border-t border-border p-1.5 outline-none"
            >
              {groups.map((found) => (
                <MenuSection key={found.group} id={`group ${found.group}`}>
                  <Header className="px-2 pt-2 pb-1 text-12 font-semibold text-muted">{found.group}</Header>
                  {found.commands.map((command) => (
                    <MenuItem
                      key={command.id}
                      id={command.id}
                      textValue={command.title}
                      className={itemClass}
                      onAction={() => afterClosing(() => command.run(null))}
                    >
                      <span className="min-w-0 truncate">{command.title}</span>
                      {command.disabledReason !== undefined && (
                        <span className="min-w-0 truncate text-12">{command.disabledReason}</span>
                      )}
                      <Keyboard className="ml-auto flex gap-1">
                        {keysOf(command, chosen).map((keys) => (
                          <kbd key={keys} className="key">
                            {formatKeys(keys)}
                          </kbd>
                        ))}
                      </Keyboard>
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
              {incidents.length > 0 && (
                <MenuSection id="group Incidents">
                  <Header className="px-2 pt-2 pb-1 text-12 font-semibold text-muted">Incidents</Header>
                  {incidents.map(({ id, number, title, service, severity }) => (
                    <MenuItem
                      key={id}
                      id={`incident ${id}`}
                      textValue={`#${number} ${title}`}
                      className={itemClass}
                      onAction={() =>
                        afterClosing(() => void navigate({ to: '/incidents/$id', params: { id: String(number) } }))
                      }
                    >
                      <SeverityIcon severity={severity} />
                      <span className="text-muted">#{number}</span>
                      <span className="min-w-0 truncate">
                        <HostileText text={title} />
                      </span>
                      <span className="ml-auto min-w-0 shrink-[3] truncate text-12 text-muted">
                        <HostileText text={service} />
                      </span>
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
