import { Ellipsis } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { toast } from 'sonner';
import { describeError } from '../components/describeError.ts';
import { csvOf, type FigureTable } from './figureTable.ts';
import { useMetricsPage } from './MetricsContext.tsx';
import { leftOutOfPictures, savePicture } from './panelPicture.ts';
import { saveCsv } from './saveFile.ts';

interface SectionChoice {
  readonly name: string;
  readonly run: () => void;
}

interface SectionMenuProps {
  /** Whose menu it is. */
  readonly title: string;
  /** Without the kind of file. */
  readonly fileName: string;
  /** The figures of the section, for a file. */
  readonly table: () => FigureTable;
  /** What can be done besides. */
  readonly choices?: readonly SectionChoice[];
}

/** What else can be done with the figures of a section: each has them as CSV, and itself as PNG. */
export function SectionMenu({ title, fileName, table, choices = [] }: SectionMenuProps) {
  const { words } = useMetricsPage();
  const trigger = useRef<HTMLButtonElement>(null);
  const all: readonly SectionChoice[] = [
    ...choices,
    { name: 'Save as CSV', run: () => saveCsv(fileName, csvOf(table())) },
    { name: 'Save as PNG', run: () => savePart(fileName, words, trigger.current?.closest('section')) },
  ];
  return (
    <span {...leftOutOfPictures}>
      <MenuTrigger>
        <AriaButton
          ref={trigger}
          aria-label={`More about ${title}`}
          className="-my-1 inline-grid size-6 cursor-default place-items-center rounded-md text-muted data-hovered:bg-hover data-hovered:text-text data-focus-visible:outline-2 data-focus-visible:outline-focus"
        >
          <Ellipsis size={15} aria-hidden="true" />
        </AriaButton>
        <Popover placement="bottom end" className="surface min-w-44 bg-raised p-1 shadow-card outline-none">
          <Menu aria-label={title} className="outline-none">
            {all.map(({ name, run }) => (
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
    </span>
  );
}

/** Saves a part of the page as a picture, and says so when that cannot be done. */
export function savePart(fileName: string, heading: string, part: HTMLElement | null | undefined): void {
  if (part === null || part === undefined) return;
  savePicture(fileName, heading, part).catch((error: unknown) => {
    toast.error('The picture could not be saved', { description: describeError(error).detail });
  });
}
