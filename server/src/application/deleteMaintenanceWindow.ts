import type { Viewer } from '../domain/access.ts';
import type { MaintenanceWindowId } from '../domain/ids.ts';
import { tellRevised } from '../persistence/revisions.ts';
import { endMaintenanceWindow } from '../persistence/suppressions.ts';
import { isUuid } from '../persistence/uuid.ts';
import type { App } from './app.ts';
import type { MaintenanceWindowPayload } from './createMaintenanceWindow.ts';

/** Closes a maintenance window for good and takes it off the list; what it held back stays counted. */
export async function deleteMaintenanceWindow(
  app: App,
  viewer: Viewer,
  { id }: { readonly id: string },
): Promise<MaintenanceWindowPayload> {
  const deletion = { at: await app.clock.now(), by: viewer.name };
  const deleted = isUuid(id) ? await endMaintenanceWindow(app.database.sql, id as MaintenanceWindowId, deletion) : null;
  if (deleted !== null) {
    await tellRevised(app.database.sql);
    return { maintenanceWindow: deleted, userErrors: [] };
  }
  const message = 'There is no maintenance window with this id';
  return { maintenanceWindow: null, userErrors: [{ code: 'NOT_FOUND', message, field: ['input', 'id'] }] };
}
