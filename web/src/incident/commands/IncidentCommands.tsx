import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { AlarmClockOff, BellOff, Gauge, Merge, Moon, Split, UserRound } from 'lucide-react';
import { toast } from 'sonner';
import {
  OverrideSeverityDocument,
  UnmergeIncidentDocument,
  UnsnoozeIncidentDocument,
} from '../../__generated__/operations.ts';
import { useDisabledReason } from '../../actions/useIncidentActions.ts';
import { Button } from '../../components/Button.tsx';
import type { IncidentDetail } from '../IncidentDetail.ts';
import { silenceUrl } from '../silenceUrl.ts';
import { useKeptFocus } from '../useKeptFocus.ts';
import { useAsk } from './AskContext.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import { sendCommand } from './sendCommand.ts';

interface IncidentCommandsProps {
  readonly incident: IncidentDetail;
}

/** What can be done with an incident beside its status. What needs words asks for them in a dialog. */
export function IncidentCommands({ incident }: IncidentCommandsProps) {
  const client = useApolloClient();
  const disabledReason = useDisabledReason();
  const ask = useAsk();
  const navigate = useNavigate();
  const targets = [{ ...incident, ruleSeverity: incident.decision.severity }] as const;
  const { id, snoozedUntil, overriddenSeverity, mergedInto, status } = incident;
  const keptFocus = useKeptFocus<HTMLFieldSetElement>(
    `${snoozedUntil} ${overriddenSeverity} ${mergedInto?.id} ${status}`,
  );
  const shared = { size: 'small', variant: 'quiet', disabledReason } as const;

  async function done(sent: Promise<string | undefined>): Promise<void> {
    const problem = await sent;
    if (problem !== undefined) toast.error(`#${incident.number} was not changed`, { description: problem });
  }

  return (
    <fieldset {...keptFocus} tabIndex={-1} className="-ml-2 flex min-w-0 flex-wrap items-center gap-1 outline-none">
      <legend className="sr-only">More actions</legend>
      {status === 'RESOLVED' && mergedInto === null ? null : mergedInto !== null ? (
        <Button {...shared} onPress={() => void done(sendCommand(client, UnmergeIncidentDocument, { id }))}>
          <Split size={13} aria-hidden="true" />
          Take out of #{mergedInto.number}
        </Button>
      ) : (
        <>
          <Button {...shared} onPress={() => ask('SNOOZE', targets)}>
            <Moon size={13} aria-hidden="true" />
            Snooze…
          </Button>
          {snoozedUntil !== null && (
            <Button {...shared} onPress={() => void done(sendCommand(client, UnsnoozeIncidentDocument, { id }))}>
              <AlarmClockOff size={13} aria-hidden="true" />
              End snooze
            </Button>
          )}
          <Button {...shared} onPress={() => ask('ASSIGN', targets)}>
            <UserRound size={13} aria-hidden="true" />
            Assign…
          </Button>
          <Button {...shared} onPress={() => ask('OVERRIDE', targets)}>
            <Gauge size={13} aria-hidden="true" />
            Severity…
          </Button>
          {overriddenSeverity !== null && (
            <Button
              {...shared}
              onPress={() => void done(sendCommand(client, OverrideSeverityDocument, { id, severity: null }))}
            >
              Lift override
            </Button>
          )}
          <Button {...shared} onPress={() => ask('MERGE', targets)}>
            <Merge size={13} aria-hidden="true" />
            Merge into…
          </Button>
        </>
      )}
      <Button {...shared} onPress={() => void navigate({ href: silenceUrl(incident) })}>
        <BellOff size={13} aria-hidden="true" />
        Silence like this…
      </Button>
      <CopyButtons incident={incident} />
    </fieldset>
  );
}
