import type { IncidentId } from '../domain/ids.ts';
import type { Notification } from '../domain/notification.ts';
import { readNotificationsOf } from '../persistence/notifications.ts';
import type { App } from './app.ts';
import { InvalidArgument } from './invalidArgument.ts';

/** As many of an incident can be read. */
const mostRead = 100;

/** The newest notifications of several incidents, newest first; an incident without any has an empty list. */
export async function readNotifications(
  app: Pick<App, 'database'>,
  incidentIds: readonly IncidentId[],
): Promise<Map<IncidentId, Notification[]>> {
  const byIncident = new Map<IncidentId, Notification[]>(incidentIds.map((id) => [id, []]));
  const found = await readNotificationsOf(app.database.sql, [...byIncident.keys()], mostRead);
  for (const notification of found) byIncident.get(notification.incidentId)?.push(notification);
  return byIncident;
}

/** Throws InvalidArgument when more are asked for than there can be. */
export function readFirst(first: number): number {
  if (first >= 0 && first <= mostRead) return first;
  throw new InvalidArgument(['first'], `first is ${first}, from 0 to ${mostRead} is allowed`);
}
