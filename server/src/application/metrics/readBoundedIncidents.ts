import type { TransactionSql } from 'postgres';
import type { Piece } from '../../engines/metrics/pieces.ts';
import type { IncidentSelection } from '../../persistence/incidentSelection.ts';
import { type MeasuredRow, readMeasuredIncidentsIn } from '../../persistence/measuredIncidents.ts';
import { InvalidArgument } from '../invalidArgument.ts';
import { pieceAt } from './pieceAt.ts';

/** How many incidents one question may read where there are no cells that answer it. */
const mostIncidents = 200_000;

/** Tells of the selected incidents that lie in the pieces of incidents. Throws InvalidArgument when there are more than may be read. */
export async function readBoundedIncidents(
  tx: TransactionSql,
  selection: IncidentSelection,
  pieces: readonly Piece[],
  tell: (incident: MeasuredRow, piece: Piece) => void,
): Promise<void> {
  const some = pieces.filter(({ kind }) => kind === 'INCIDENT');
  const stretches = some.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
  const incidents = await readMeasuredIncidentsIn(tx, selection, stretches, mostIncidents + 1);
  if (incidents.length > mostIncidents) {
    const message = `this takes more than ${mostIncidents} incidents that have to be read one by one: ask for a shorter range, wider buckets or fewer kinds of filters`;
    throw new InvalidArgument(['range'], message);
  }
  for (const incident of incidents) {
    const piece = pieceAt(some, incident.openedAt.getTime());
    if (piece !== null) tell(incident, piece);
  }
}
