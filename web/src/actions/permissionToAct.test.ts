import { expect, test } from 'vitest';
import type { Role } from '../__generated__/operations.ts';
import type { Connection } from '../live/connection.ts';
import { whyNotAct } from './permissionToAct.ts';

const live: Connection = { kind: 'LIVE', beatAt: 1 };
const offline: Connection = { kind: 'OFFLINE', since: 1, beatAt: 1, retryAt: null };

test.each<[Role, Connection, RegExp | null]>([
  ['VIEWER', live, /RESPONDER/],
  ['INGESTER', live, /RESPONDER/],
  ['RESPONDER', live, null],
  ['ADMIN', live, null],
  ['ADMIN', { kind: 'DELAYED', beatAt: 1 }, null],
  ['RESPONDER', offline, /Not connected/],
])('%s, %o: %s', (role, connection, reason) => {
  const why = whyNotAct({ name: 'ana', role }, connection);
  if (reason === null) expect(why).toBeNull();
  else expect(why).toMatch(reason);
});
