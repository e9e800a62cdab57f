import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Role, Viewer } from '../domain/access.ts';
import type { TokenId } from '../domain/ids.ts';
import type { UserError } from '../domain/userError.ts';
import { tellRevised } from '../persistence/revisions.ts';
import { tokenTable } from '../persistence/tables.ts';
import { isUuid } from '../persistence/uuid.ts';
import type { App } from './app.ts';
import { cleanLine } from './cleanText.ts';

type TokenApp = Pick<App, 'database' | 'clock' | 'newId'>;

/** A token without its secret. */
export interface ApiToken {
  readonly id: TokenId;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
}

const nameBound = 100;
const { id, name, role, createdAt } = tokenTable;

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function toToken(row: { id: string; name: string; role: Role; createdAt: Date }): ApiToken {
  return { ...row, id: row.id as TokenId };
}

/** Who has this secret; null when nobody has, or has it no longer. */
export async function authenticate(app: TokenApp, secret: string): Promise<Viewer | null> {
  const [found] = await app.database.orm
    .select({ id, name, role })
    .from(tokenTable)
    .where(and(eq(tokenTable.hash, hashOf(secret)), isNull(tokenTable.revokedAt)));
  return found === undefined ? null : { tokenId: found.id as TokenId, name: found.name, role: found.role };
}

export async function createApiToken(
  app: TokenApp,
  input: { name: string; role: Role },
): Promise<{ token: ApiToken | null; secret: string | null; userErrors: UserError[] }> {
  const trimmed = cleanLine(input.name);
  if (trimmed.length < 1 || trimmed.length > nameBound) {
    const message = `name has ${trimmed.length} characters, from 1 to ${nameBound} are allowed`;
    return { token: null, secret: null, userErrors: [{ code: 'INVALID', message, field: ['input', 'name'] }] };
  }
  const secret = newSecret();
  const token = await insertToken(app, { name: trimmed, role: input.role }, secret);
  return { token, secret, userErrors: [] };
}

/** Takes a token out of force. Whoever keeps verified tokens must forget it too. */
export async function revokeApiToken(
  app: TokenApp,
  tokenId: string,
): Promise<{ token: ApiToken | null; userErrors: UserError[] }> {
  const revokedAt = await app.clock.now();
  const [revoked] = isUuid(tokenId)
    ? await app.database.orm
        .update(tokenTable)
        .set({ revokedAt })
        .where(and(eq(tokenTable.id, tokenId), isNull(tokenTable.revokedAt)))
        .returning({ id, name, role, createdAt })
    : [];
  if (revoked !== undefined) {
    await tellRevised(app.database.sql);
    return { token: toToken(revoked), userErrors: [] };
  }
  const message = 'There is no token with this id in force';
  return { token: null, userErrors: [{ code: 'NOT_FOUND', message, field: ['input', 'id'] }] };
}

/** The tokens in force, oldest first. */
export async function listApiTokens(app: TokenApp): Promise<ApiToken[]> {
  const rows = await app.database.orm
    .select({ id, name, role, createdAt })
    .from(tokenTable)
    .where(isNull(tokenTable.revokedAt))
    .orderBy(asc(createdAt), asc(id));
  return rows.map(toToken);
}

/**
 * Makes sure that an administrator can sign in, and returns the secret: the given one, else the one that an earlier start wrote
 * to `file`, else a new one. The file is for its owner only.
 */
export async function ensureAdminToken(
  app: TokenApp,
  { given, file }: { given: string | null; file: string },
): Promise<string> {
  if (given !== null) {
    if ((await authenticate(app, given)) === null) await insertToken(app, { name: 'admin', role: 'ADMIN' }, given);
    return given;
  }
  const kept = await readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
  if (kept !== null && (await authenticate(app, kept))?.role === 'ADMIN') return kept;
  const secret = newSecret();
  await insertToken(app, { name: 'admin', role: 'ADMIN' }, secret);
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

function newSecret(): string {
  return `vigil_${randomBytes(24).toString('base64url')}`;
}

async function insertToken(app: TokenApp, token: { name: string; role: Role }, secret: string): Promise<ApiToken> {
  const row = { ...token, id: app.newId<TokenId>(), hash: hashOf(secret), createdAt: await app.clock.now() };
  await app.database.orm.insert(tokenTable).values(row).onConflictDoNothing();
  await tellRevised(app.database.sql);
  return toToken(row);
}
