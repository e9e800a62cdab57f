import { memo, useMemo } from 'react';
import { Header, Keyboard, ListLayout, Menu, MenuItem, MenuSection, Virtualizer } from 'react-aria-components';
import { HostileText } from '../components/HostileText.tsx';
import { SeverityIcon } from '../components/SeverityIcon.tsx';
import type { LiveIncident } from '../live/liveIncident.ts';
import type { Command } from './command.ts';
import type { FoundGroup } from './findCommands.ts';
import { formatKeys } from './formatKeys.ts';
import { type ChosenKeys, keysOf } from './keySettings.ts';

interface CommandListProps {
  readonly groups: readonly FoundGroup[];
  readonly incidents: readonly LiveIncident[];
  readonly chosenKeys: ChosenKeys;
  readonly onCommand: (command: Command) => void;
  readonly onIncident: (number: number) => void;
}

const itemClass =
  'flex h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-13 outline-none data-focused:bg-hover data-disabled:text-muted';
const headerClass = 'flex h-7 items-end px-2 pb-1 text-12 font-semibold text-muted';
const layout = { rowHeight: 32, headingHeight: 28, padding: 6 } as const;

/** What was found; only what is in sight is rendered, because all of it changes at a key. */
export const CommandList = memo(function CommandList(props: CommandListProps) {
  const { groups, incidents, chosenKeys, onCommand, onIncident } = props;
  const disabledKeys = useMemo(
    () =>
      groups.flatMap(({ commands }) =>
        commands.filter(({ disabledReason }) => disabledReason !== undefined).map(({ id }) => id),
      ),
    [groups],
  );
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <Menu
        aria-label="Commands"
        renderEmptyState={() => <p className="px-3 py-6 text-center text-13 text-muted">Nothing is called that.</p>}
        disabledKeys={disabledKeys}
        className="min-h-0 flex-1 overflow-y-auto border-t border-border outline-none"
      >
        {groups.map((found) => (
          <MenuSection key={found.group} id={`group ${found.group}`}>
            <Header className={headerClass}>{found.group}</Header>
            {found.commands.map((command) => (
              <MenuItem
                key={command.id}
                id={command.id}
                textValue={command.title}
                className={itemClass}
                onAction={() => onCommand(command)}
              >
                <span className="min-w-0 truncate">{command.title}</span>
                {command.disabledReason !== undefined && (
                  <span className="min-w-0 truncate text-12">{command.disabledReason}</span>
                )}
                <Keyboard className="ml-auto flex gap-1">
                  {keysOf(command, chosenKeys).map((keys) => (
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
            <Header className={headerClass}>Incidents</Header>
            {incidents.map(({ id, number, title, service, severity }) => (
              <MenuItem
                key={id}
                id={`incident ${id}`}
                textValue={`#${number} ${title}`}
                className={itemClass}
                onAction={() => onIncident(number)}
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
    </Virtualizer>
  );
});
