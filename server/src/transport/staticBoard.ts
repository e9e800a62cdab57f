import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Vigil</title>
<p>The server runs, but the board is not built: <code>npm start</code> builds it.</p></html>
`;

/** Serves the built board from `folder`. Answers how to serve its page, whichever view of it an address names. */
export async function serveStaticBoard(
  fastify: FastifyInstance,
  folder: string,
): Promise<(request: FastifyRequest, reply: FastifyReply) => FastifyReply> {
  await fastify.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: true,
    cacheControl: false,
    dotfiles: 'deny',
    logLevel: 'warn',
    setHeaders: (response, path) => response.setHeader('cache-control', cacheControlOf(path)),
  });
  return (_request, reply) => {
    if (existsSync(join(folder, 'index.html'))) return reply.sendFile('index.html');
    return reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(notBuilt);
  };
}

/** Vite puts a hash of the content into the names of what it writes to `assets/`. */
function cacheControlOf(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Whether a request is a browser's navigation to a view of the board, and not for a file or an API. */
export function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? '';
  const wantsPage = headers.accept?.includes('text/html') ?? false;
  return (method === 'GET' || method === 'HEAD') && wantsPage && !/^\/(api|bridges|graphql|v2|assets)(\/|$)/.test(path);
}
