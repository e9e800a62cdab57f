import { Ellipsis } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

export interface SectionChoice {
  readonly name: string;
  readonly run: () => void;
}

interface SectionMenuProps {
  /** Whose menu it is. */
  readonly title: string;
  readonly choices: readonly SectionChoice[];
}

/** What else can be done with the figures of a section. */
export function SectionMenu({ title, choices }: SectionMenuProps) {
  return (
    <MenuTrigger>
      <AriaButton
        aria-label={`More about ${title}`}
        className="-my-1 inline-grid size-6 cursor-default place-items-center rounded-md text-muted data-hovered:bg-hover data-hovered:text-text data-focus-visible:outline-2 data-focus-visible:outline-focus"
      >
        <Ellipsis size={15} aria-hidden="true" />
      </AriaButton>
      <Popover placement="bottom end" className="surface min-w-44 bg-raised p-1 shadow-card outline-none">
        <Menu aria-label={title} className="outline-none">
          {choices.map(({ name, run }) => (
            <MenuItem
              key={name}
              onAction={run}
              className="flex h-8 cursor-default items-center rounded-[4px] px-2 text-13 outline-none data-focused:bg-hover"
            >
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
