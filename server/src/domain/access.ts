import type { TokenId } from './ids.ts';

export const roles = ['VIEWER', 'INGESTER', 'RESPONDER', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** Who is asking. */
export interface Viewer {
  readonly tokenId: TokenId;
  readonly name: string;
  readonly role: Role;
}

export type Permission = 'read' | 'ingest' | 'respond' | 'administer';

const permissionsOf = {
  VIEWER: ['read'],
  INGESTER: ['ingest'],
  RESPONDER: ['read', 'ingest', 'respond'],
  ADMIN: ['read', 'ingest', 'respond', 'administer'],
} satisfies Record<Role, Permission[]>;

export function may(viewer: Viewer, permission: Permission): boolean {
  const permissions: readonly Permission[] = permissionsOf[viewer.role];
  return permissions.includes(permission);
}
