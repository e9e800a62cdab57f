import type { Role } from '../__generated__/operations.ts';
import type { Connection } from '../live/connection.ts';

/** Why somebody cannot act on incidents now, in words for that person; null when they can. */
export function whyNotAct(
  viewer: { readonly name: string; readonly role: Role },
  connection: Connection,
): string | null {
  switch (viewer.role) {
    case 'VIEWER':
    case 'INGESTER':
      return `Needs the role RESPONDER; "${viewer.name}" has ${viewer.role}.`;
    case 'RESPONDER':
    case 'ADMIN':
      return connection.kind === 'OFFLINE' ? 'Not connected: what is shown may be out of date.' : null;
  }
}
