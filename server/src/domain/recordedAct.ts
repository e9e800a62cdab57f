import type { IncidentId } from './ids.ts';
import type { Severity } from './severity.ts';

interface Done {
  readonly incidentId: IncidentId;
  readonly at: Date;
  readonly actor: string;
}

/** What a person did to an incident, as its timeline tells it: everything that the engines go on from. */
export type RecordedAct = Done &
  (
    | {
        readonly kind:
          | 'ACKNOWLEDGED'
          | 'UNACKNOWLEDGED'
          | 'RESOLVED'
          | 'REOPENED'
          | 'NOTE_ADDED'
          | 'SNOOZE_ENDED'
          | 'SEVERITY_OVERRIDE_LIFTED';
      }
    | { readonly kind: 'SNOOZED'; readonly until: Date }
    | { readonly kind: 'ASSIGNED'; readonly assignee: string | null }
    | { readonly kind: 'SEVERITY_OVERRIDDEN'; readonly severity: Severity; readonly reason: string }
    | { readonly kind: 'MERGED'; readonly into: IncidentId }
    | { readonly kind: 'UNMERGED' }
  );
