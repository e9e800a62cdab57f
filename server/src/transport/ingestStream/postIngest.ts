import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bearerOf, requires, viewerOf } from '../authenticate.ts';
import { streamBounds } from '../bounds.ts';
import { describeFailure, TransportFailure } from '../failure.ts';
import type { Shared } from '../graphql/context.ts';
import { LineStream } from './lineStream.ts';
import { takeLines } from './takeLines.ts';

const mediaTypes = ['application/x-ndjson', 'application/ndjson'];

/**
 * `POST /ingest`: a signal a line, as long as the sender likes, answered a line each as they commit. Once the answers have begun the status
 * is 200, and a last line says what went wrong.
 */
export function registerPostIngest(fastify: FastifyInstance, shared: Shared): void {
  fastify.register(async (routes) => {
    const open = new Set<LineStream>();
    let isStopping = false;
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser(mediaTypes, (_request, payload, done) => done(null, payload));
    routes.addContentTypeParser('*', (_request, _payload, done) => done(notLines()));
    routes.addHook('preClose', async () => {
      isStopping = true;
      for (const stream of open) stream.halt(stopping());
    });
    const options = { onRequest: requires('ingest'), compress: false, config: { isLongUpload: true } } as const;
    routes.post<{ Body: IncomingMessage | undefined }>('/ingest', options, async (request, reply) => {
      const { body: raw } = request;
      if (raw === undefined) throw notLines();
      const source = unpacked(raw, request.headers['content-encoding']);
      // It came before the server stopped, and had to wait until its token was known.
      if (isStopping) throw stopping();
      if (open.size >= streamBounds.streams) {
        throw new TransportFailure('UNAVAILABLE', `More than ${streamBounds.streams} uploads are under way.`, 1);
      }
      const answers = new PassThrough();
      const stream = new LineStream({
        source,
        answers,
        take: (lines) => takeLines(shared, lines),
        describe: (error) => describeFailure(isReset(error) ? brokenOff() : error, request.log),
      });
      raw.on('error', () => stream.halt(brokenOff()));
      open.add(stream);
      const stopWatching = watchToken(request, shared, stream);
      void stream.finished.then((failure) => {
        open.delete(stream);
        stopWatching();
        if (failure !== null) linger(raw, source);
      });
      return reply
        .header('content-type', 'application/x-ndjson')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(answers);
    });
  });
}

function stopping(): TransportFailure {
  return new TransportFailure('UNAVAILABLE', 'The server is stopping.', 1);
}

function brokenOff(): TransportFailure {
  return new TransportFailure('BAD_REQUEST', 'The upload was broken off.');
}

function isReset(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

function notLines(): TransportFailure {
  return new TransportFailure(
    'UNSUPPORTED_MEDIA_TYPE',
    `Send a JSON object a line, with \`content-type: ${mediaTypes[0]}\`.`,
  );
}

/** The plain text of a body. The names of codings have no case, and `x-gzip` is one for `gzip` (RFC 9110, 8.4.1). */
function unpacked(raw: IncomingMessage, encoding = 'identity'): Readable {
  const coding = encoding.toLowerCase();
  if (coding === 'identity') return raw;
  if (coding !== 'gzip' && coding !== 'x-gzip') {
    throw new TransportFailure('UNSUPPORTED_MEDIA_TYPE', 'The content encoding must be gzip or identity.');
  }
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  const broken = (error: Error) => new TransportFailure('BAD_REQUEST', `The gzip stream is broken: ${error.message}`);
  const plain = new PassThrough();
  gunzip.on('error', (error) => plain.destroy(broken(error)));
  return raw.pipe(gunzip).pipe(plain);
}

/** Ends a stream whose token is revoked, here or on another server. Answers how to stop watching. */
function watchToken(request: FastifyRequest, { authenticator }: Shared, stream: LineStream): () => void {
  const { tokenId } = viewerOf(request);
  const secret = bearerOf(request.headers.authorization) ?? '';
  const revoked = () => stream.halt(new TransportFailure('UNAUTHENTICATED', 'The token was revoked.'));
  const unsubscribe = authenticator.onRevoked((id) => {
    if (id === tokenId) revoked();
  });
  const timer = setInterval(() => {
    authenticator.viewerOf(secret).then(
      (viewer) => viewer ?? revoked(),
      // A database that does not answer now says nothing about the token.
      () => {},
    );
  }, streamBounds.verifyMs);
  return () => {
    unsubscribe();
    clearInterval(timer);
  };
}

/** Throws away what is still on its way: a connection that is closed before has its last answer thrown away by the sender's system. */
function linger(raw: IncomingMessage, source: Readable): void {
  raw.unpipe();
  if (source !== raw) source.destroy();
  if (raw.complete || raw.destroyed) return;
  raw.resume();
  const timer = setTimeout(() => raw.socket.destroy(), streamBounds.lingerMs);
  raw.once('close', () => clearTimeout(timer));
}
