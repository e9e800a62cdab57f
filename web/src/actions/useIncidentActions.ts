import { createContext, use } from 'react';
import { useLive } from '../live/LiveContext.tsx';
import type { PendingAction } from '../live/pendingAction.ts';
import { useViewer } from '../session/useSession.ts';
import type { IncidentActions } from './performAction.ts';
import { whyNotAct } from './permissionToAct.ts';

export const IncidentActionsContext = createContext<IncidentActions | null>(null);

export function useIncidentActions(): IncidentActions {
  const actions = use(IncidentActionsContext);
  if (actions === null) throw new Error('No actions: this component belongs inside a signed-in session.');
  return actions;
}

/** Why the viewer cannot act now; undefined when they can. For `disabledReason` of a button. */
export function useDisabledReason(): string | undefined {
  const viewer = useViewer();
  return useLive((state) => whyNotAct(viewer, state.connection) ?? undefined);
}

/** The action on an incident that the feed has not shown yet: its `status` is what the person expects to see. */
export function usePendingAction(id: string): PendingAction | undefined {
  return useLive((state) => state.pending.get(id));
}
