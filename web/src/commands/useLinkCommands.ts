import { type LinkProps, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Command } from './command.ts';
import { useCommands } from './useCommands.ts';

export interface LinkCommand extends Pick<Command, 'id' | 'title' | 'words'> {
  readonly keys: readonly string[];
  readonly to: LinkProps['to'];
  readonly search: Readonly<Record<string, string>>;
}

/** Offers addresses of a page as commands. Keep the array the same (a constant of the module). */
export function useLinkCommands(links: readonly LinkCommand[]): void {
  const navigate = useNavigate();
  const commands = useMemo(
    () =>
      links.map(({ to, search, ...rest }): Command => {
        return { ...rest, group: 'Page', run: () => void navigate({ to, search: search as never }) };
      }),
    [links, navigate],
  );
  useCommands(commands);
}
