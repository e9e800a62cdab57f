import { whyNotAct } from '../actions/permissionToAct.ts';
import { useLive } from '../live/LiveContext.tsx';
import { useViewer } from './useSession.ts';

/** Why the viewer cannot do now what needs a role; undefined when they can. For `disabledReason` of a button. */
export function useMissingRole(needed: 'RESPONDER' | 'ADMIN'): string | undefined {
  const viewer = useViewer();
  const whyNot = useLive((state) => whyNotAct(viewer, state.connection) ?? undefined);
  if (needed === 'ADMIN' && viewer.role !== 'ADMIN')
    return `Needs the role ADMIN; "${viewer.name}" has ${viewer.role}.`;
  return whyNot;
}
