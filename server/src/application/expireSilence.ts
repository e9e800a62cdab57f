import type { Viewer } from '../domain/access.ts';
import type { SilenceId } from '../domain/ids.ts';
import { tellRevised } from '../persistence/revisions.ts';
import { endSilence, findSilence } from '../persistence/suppressions.ts';
import { isUuid } from '../persistence/uuid.ts';
import type { App } from './app.ts';
import type { SilencePayload } from './createSilence.ts';

/** Ends a silence now. One that is over already is a user error that changes nothing. */
export async function expireSilence(
  app: App,
  viewer: Viewer,
  { id }: { readonly id: string },
): Promise<SilencePayload> {
  const { sql } = app.database;
  const field = ['input', 'id'];
  const silenceId = id as SilenceId;
  const ended = isUuid(id) ? await endSilence(sql, silenceId, { at: await app.clock.now(), by: viewer.name }) : null;
  if (ended !== null) {
    await tellRevised(sql);
    return { silence: ended, userErrors: [] };
  }
  const silence = isUuid(id) ? await findSilence(sql, silenceId) : null;
  if (silence === null) {
    return { silence, userErrors: [{ code: 'NOT_FOUND', message: 'There is no silence with this id', field }] };
  }
  return { silence, userErrors: [{ code: 'UNCHANGED', message: 'This silence is over already', field }] };
}
