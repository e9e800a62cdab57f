import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { toast } from 'sonner';
import { canFollow } from '../../actions/actionWords.ts';
import { useDisabledReason, useIncidentActions } from '../../actions/useIncidentActions.ts';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/useCommands.ts';
import type { ActionKind } from '../../live/pendingAction.ts';
import { incidentMarkdown } from '../incidentMarkdown.ts';
import { copyText, incidentUrl } from '../incidentUrl.ts';
import { silenceUrl } from '../silenceUrl.ts';
import { useOpenIncident } from '../useOpenIncident.ts';
import { useAsk } from './AskContext.tsx';
import type { AskedCommand } from './askedCommand.ts';
import type { CommandTarget } from './CommandTarget.ts';

interface IncidentCommandOptions {
  /** The incidents that a command is about: what is selected, else the one that has the focus, else the one that is shown. */
  readonly targets: () => readonly CommandTarget[];
  /** Presses what the focused element has for this; true when it had something. Storms answer for all in them. */
  readonly pressFocused?: (kind: ActionKind | 'toggle') => boolean;
}

/** All that can be done with incidents, on the board, the list and an incident's page. Keep the options' functions the same. */
export function useIncidentCommands({ targets, pressFocused }: IncidentCommandOptions): void {
  const navigate = useNavigate();
  const openIncident = useOpenIncident();
  const ask = useAsk();
  const { perform, performAll, undoNewest } = useIncidentActions();
  const disabledReason = useDisabledReason();
  const commands = useMemo((): readonly Command[] => {
    function withTargets(act: (some: readonly [CommandTarget, ...CommandTarget[]]) => void): void {
      const [first, ...others] = targets();
      if (first === undefined) toast('Choose an incident first, with j and k.');
      else act([first, ...others]);
    }
    function act(kind: ActionKind): void {
      if (disabledReason !== undefined) toast(disabledReason);
      else if (pressFocused?.(kind) !== true) {
        withTargets((some) => {
          if (some.length > 1) void performAll(kind, some);
          else if (canFollow(kind, some[0].status)) perform(kind, some[0]);
        });
      }
    }
    function askFor(kind: AskedCommand['kind']): void {
      if (disabledReason !== undefined) toast(disabledReason);
      else withTargets((some) => ask(kind, some));
    }
    function open(event: KeyboardEvent | null): void {
      // On a link or a button inside a card Enter already means something.
      const isOnCard = event?.target instanceof HTMLElement && event.target.matches('[data-incident]');
      if ((event?.key === 'Enter' && !isOnCard) || pressFocused?.('toggle') === true) return;
      withTargets(([first]) => openIncident(first.number));
    }
    function note(event: KeyboardEvent | null): void {
      event?.preventDefault();
      const box = document.querySelector<HTMLElement>('[data-note-box]');
      if (box !== null && targets().length === 1) box.focus();
      else askFor('NOTE');
    }
    const one = { group: 'Incident', disabledReason } as const;
    return [
      { id: 'open', title: 'Open', group: 'Incident', keys: ['o', 'Enter'], run: open },
      { ...one, id: 'acknowledge', title: 'Acknowledge', keys: ['a'], words: 'take', run: () => act('ACKNOWLEDGE') },
      { ...one, id: 'resolve', title: 'Resolve', keys: ['r'], words: 'close done', run: () => act('RESOLVE') },
      { ...one, id: 'reopen', title: 'Reopen', run: () => act('REOPEN') },
      { ...one, id: 'unacknowledge', title: 'Take back acknowledgement', run: () => act('UNACKNOWLEDGE') },
      { ...one, id: 'snooze', title: 'Snooze…', keys: ['s'], words: 'later wait', run: () => askFor('SNOOZE') },
      { ...one, id: 'assign', title: 'Assign…', keys: ['i'], words: 'owner', run: () => askFor('ASSIGN') },
      { ...one, id: 'note', title: 'Write a note…', keys: ['e'], words: 'comment', run: note },
      { ...one, id: 'severity', title: 'Set the severity…', words: 'override', run: () => askFor('OVERRIDE') },
      { ...one, id: 'merge', title: 'Merge into another…', words: 'duplicate', run: () => askFor('MERGE') },
      {
        ...one,
        id: 'silence',
        title: 'Silence like this…',
        words: 'mute',
        run: () => withTargets(([first]) => void navigate({ href: silenceUrl(first) })),
      },
      {
        id: 'copy link',
        title: 'Copy link',
        group: 'Incident',
        words: 'url share',
        run: () =>
          withTargets((some) => copyText(some.map(({ number }) => incidentUrl(number)).join('\n'), 'Link copied')),
      },
      {
        id: 'copy markdown',
        title: 'Copy as Markdown',
        group: 'Incident',
        words: 'share paste',
        run: () =>
          withTargets((some) => copyText(some.map((each) => incidentMarkdown(each)).join('\n'), 'Copied as Markdown')),
      },
      {
        id: 'undo',
        title: 'Undo, for 10 seconds',
        group: 'Incident',
        keys: ['z'],
        run: () => {
          if (!undoNewest()) toast('Nothing to undo');
        },
      },
    ];
  }, [navigate, openIncident, ask, perform, performAll, undoNewest, disabledReason, targets, pressFocused]);
  useCommands(commands);
}
