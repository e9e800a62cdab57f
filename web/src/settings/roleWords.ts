import type { Role } from '../__generated__/operations.ts';

/** What a role may do, in a few words. */
export const roleWords = {
  VIEWER: 'reads and subscribes',
  INGESTER: 'only sends signals',
  RESPONDER: 'reads, sends signals and acts on incidents',
  ADMIN: 'everything, policies and tokens too',
} as const satisfies Record<Role, string>;
