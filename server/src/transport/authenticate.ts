import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../application/app.ts';
import { authenticate } from '../application/tokens.ts';
import { may, type Permission, type Viewer } from '../domain/access.ts';
import type { TokenId } from '../domain/ids.ts';
import { TransportFailure } from './failure.ts';

declare module 'fastify' {
  interface FastifyInstance {
    authenticator: Authenticator;
  }
  interface FastifyRequest {
    /** Set by `requires`; null on open routes. */
    viewer: Viewer | null;
  }
}

export interface Authenticator {
  /** Who a secret belongs to; null when no token in force has it. */
  viewerOf(secret: string): Promise<Viewer | null>;
  /** To be called once a token is out of force: forgets what is remembered and tells the listeners. */
  revoked(id: TokenId): void;
  /** Tells of each revocation; answers how to stop listening. */
  onRevoked(listener: (id: TokenId) => void): () => void;
}

const cacheSize = 1000;
/** Another server on the same database may revoke a token without our hearing of it: for at most this long. */
const cacheMs = 5_000;
/** From this age on an answer is asked for again, while it still serves: whoever asks often never waits. */
const askAgainMs = cacheMs / 2;

/** Verifies tokens and remembers the answers by the hash of the secret, until a revocation. However many ask at once, the database is asked once. */
export function createAuthenticator(app: App): Authenticator {
  const verified = new Map<string, { readonly viewer: Viewer; readonly at: number }>();
  const underWay = new Map<string, Promise<Viewer | null>>();
  const listeners = new Set<(id: TokenId) => void>();

  function ask(key: string, secret: string): Promise<Viewer | null> {
    const asked = underWay.get(key);
    if (asked !== undefined) return asked;
    const at = performance.now();
    const answer = authenticate(app, secret)
      .then((viewer) => {
        // One that was under way when a token was revoked may be older than the revocation: it is not remembered.
        if (underWay.get(key) === answer) remember(key, viewer, at);
        return viewer;
      })
      .finally(() => {
        if (underWay.get(key) === answer) underWay.delete(key);
      });
    underWay.set(key, answer);
    return answer;
  }

  function remember(key: string, viewer: Viewer | null, at: number): void {
    verified.delete(key);
    if (viewer === null) return;
    const oldest = verified.size >= cacheSize ? verified.keys().next().value : undefined;
    if (oldest !== undefined) verified.delete(oldest);
    verified.set(key, { viewer, at });
  }

  async function viewerOf(secret: string): Promise<Viewer | null> {
    const key = hash('sha256', secret, 'base64');
    const known = verified.get(key);
    const age = known === undefined ? Number.POSITIVE_INFINITY : performance.now() - known.at;
    if (known === undefined || age >= cacheMs) return ask(key, secret);
    // Where this one fails, the next one who has to wait for an answer hears of it.
    if (age >= askAgainMs) ask(key, secret).catch(() => {});
    return known.viewer;
  }

  return {
    viewerOf,
    revoked: (id) => {
      underWay.clear();
      verified.clear();
      for (const listener of listeners) listener(id);
    },
    onRevoked: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The secret of an `Authorization: Bearer …` header; null when there is none. */
export function bearerOf(header: unknown): string | null {
  return typeof header === 'string' ? (/^Bearer +([^\s]+) *$/i.exec(header)?.[1] ?? null) : null;
}

/** The password of an `Authorization: Basic …` header, which tools make of `https://any:TOKEN@host`; null when there is none. */
export function basicOf(header: unknown): string | null {
  const encoded = typeof header === 'string' ? /^Basic +([\w+/=-]+) *$/i.exec(header)?.[1] : undefined;
  if (encoded === undefined) return null;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  return /^[^:]*:([^\s]+)$/.exec(decoded)?.[1] ?? null;
}

interface SecretPlace {
  /** Where the secret stands. */
  readonly secretOf: (request: FastifyRequest) => string | null;
  /** What `www-authenticate` offers. */
  readonly schemes: readonly string[];
}

const inHeader: SecretPlace = { secretOf: ({ headers }) => bearerOf(headers.authorization), schemes: ['Bearer'] };

/**
 * A hook for routes that need a token: answers 401 without one, 403 when its role lacks the permission, before the body is read when it is an
 * `onRequest`. `anyone` lets every valid token in.
 */
export function requires(permission: Permission | 'anyone', { secretOf, schemes }: SecretPlace = inHeader) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const secret = secretOf(request);
    const viewer = secret === null ? null : await request.server.authenticator.viewerOf(secret);
    if (viewer === null) {
      reply.header('www-authenticate', schemes.map((scheme) => `${scheme} realm="vigil"`).join(', '));
      throw new TransportFailure('UNAUTHENTICATED', unauthenticatedMessage(secret));
    }
    if (permission !== 'anyone' && !may(viewer, permission)) {
      throw new TransportFailure('FORBIDDEN', forbiddenMessage(viewer, `${request.method} ${request.url}`));
    }
    request.viewer = viewer;
  };
}

/** The viewer of a route that `requires` guards. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (request.viewer === null) throw new Error(`${request.url} is not guarded by requires()`);
  return request.viewer;
}

function unauthenticatedMessage(secret: string | null): string {
  return secret === null
    ? 'A token is needed: send `Authorization: Bearer …`.'
    : 'The token is not known, or it was revoked.';
}

export function forbiddenMessage(viewer: Viewer, what: string): string {
  return `The role ${viewer.role} of ${JSON.stringify(viewer.name)} does not allow ${what}.`;
}
