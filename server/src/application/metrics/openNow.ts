import { type Severity, severities } from '../../domain/severity.ts';
import type { IncidentSelection } from '../../persistence/incidentSelection.ts';
import { type OpenCount, readOpenCounts } from '../../persistence/openIncidents.ts';
import type { App } from '../app.ts';

export interface OpenNow {
  readonly selection: IncidentSelection;
  readonly count: number;
  readonly oldestAgeSeconds: number | null;
  readonly meanAgeSeconds: number | null;
  readonly bySeverity: readonly {
    severity: Severity;
    count: number;
    oldestAgeSeconds: number;
    meanAgeSeconds: number;
  }[];
}

/** The incidents that are open now, whenever they were opened: of the selection all but its range counts. */
export async function readOpenNow(app: App, selected: IncidentSelection): Promise<OpenNow> {
  const selection = { ...selected, opened: null };
  const now = await app.clock.now();
  const counts = await readOpenCounts(app.database.sql, selection, now);
  const count = counts.reduce((sum, one) => sum + one.count, 0);
  const ageSeconds = ({ oldestAt }: OpenCount) => Math.max(0, (now.getTime() - oldestAt.getTime()) / 1_000);
  return {
    selection,
    count,
    oldestAgeSeconds: count === 0 ? null : Math.max(...counts.map(ageSeconds)),
    meanAgeSeconds: count === 0 ? null : counts.reduce((sum, one) => sum + one.count * one.meanAgeSeconds, 0) / count,
    bySeverity: severities.toReversed().flatMap((severity) => {
      const found = counts.find((one) => one.severity === severity);
      if (found === undefined) return [];
      const { count: some, meanAgeSeconds } = found;
      return [{ severity, count: some, oldestAgeSeconds: ageSeconds(found), meanAgeSeconds }];
    }),
  };
}
