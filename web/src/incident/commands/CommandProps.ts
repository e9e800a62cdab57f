import type { IncidentDetail } from '../IncidentDetail.ts';

/** What every dialog of a command gets. */
export interface CommandProps {
  readonly incident: IncidentDetail;
  readonly onClose: () => void;
}
