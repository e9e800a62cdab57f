import type { Incident } from '../../domain/incident.ts';
import { countFigureIncidents, type FigurePart, readFigureIncidents } from '../../persistence/figureIncidents.ts';
import type { IncidentSelection } from '../../persistence/incidentSelection.ts';
import { isUuid } from '../../persistence/uuid.ts';
import type { App } from '../app.ts';
import {
  type Connection,
  connectionOf,
  decodeCursor,
  encodeCursor,
  isMomentOfCursor,
  notACursor,
  readPage,
} from '../connection.ts';

export interface FigurePageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The incidents behind a figure, those opened last first. Throws InvalidArgument for a page or a cursor that there cannot be. */
export async function listFigureIncidents(
  app: App,
  selection: IncidentSelection,
  part: FigurePart,
  args: FigurePageArguments,
): Promise<Connection<Incident>> {
  const { sql } = app.database;
  const page = readPage(args, { standard: 20, most: 500 });
  const behind = page.after === null ? null : positionOf(page.after);
  const incidents = await readFigureIncidents(sql, selection, part, { behind, limit: page.limit + 1 });
  return connectionOf(
    incidents,
    page,
    ({ openedAt, id }) => encodeCursor([openedAt.toISOString(), id]),
    () => countFigureIncidents(sql, selection, part),
  );
}

function positionOf(cursor: string): { openedAt: string; id: string } {
  const [openedAt = '', id = ''] = decodeCursor(cursor, 'after', 2).map(String);
  if (!(isMomentOfCursor(openedAt) && isUuid(id))) throw notACursor('after');
  return { openedAt, id };
}
