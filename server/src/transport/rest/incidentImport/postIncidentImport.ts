import type { FastifyInstance } from 'fastify';
import type { App } from '../../../application/app.ts';
import { importIncidents } from '../../../application/importIncidents.ts';
import { type ParsedPastIncident, parsePastIncident } from '../../../application/parsePastIncident.ts';
import type { UserError } from '../../../domain/userError.ts';
import { requires, viewerOf } from '../../authenticate.ts';
import { TransportFailure } from '../../failure.ts';
import type { ServerTime } from '../../serverTime.ts';
import { type ImportLine, readCsv, readJsonLines } from './importBody.ts';

const jsonLines = ['application/x-ndjson', 'application/ndjson'];
const mostErrors = 100;
/** As many as a body can hold; of empty lines it could hold twenty times as many. */
const mostLines = 100_000;

/** `POST /api/incidents/import`: incidents of another tool that are over, as CSV or NDJSON. See docs/metrics.md for their fields. */
export function registerPostIncidentImport(fastify: FastifyInstance, app: App, serverTime: ServerTime): void {
  fastify.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('text/csv', { parseAs: 'string' }, async (_request: unknown, body: string) =>
      readCsv(body),
    );
    routes.addContentTypeParser(jsonLines, { parseAs: 'string' }, async (_request: unknown, body: string) =>
      readJsonLines(body),
    );
    routes.addContentTypeParser('*', (_request, _payload, done) => done(notReadable()));
    routes.post<{ Body: ImportLine[] | undefined }>(
      '/api/incidents/import',
      { onRequest: requires('administer') },
      async (request) => {
        if (request.body === undefined) throw notReadable();
        if (request.body.length > mostLines) throw tooMany(request.body.length);
        const now = await serverTime.now();
        const accepted: ParsedPastIncident[] = [];
        const errors: (UserError & { readonly line: number })[] = [];
        let rejected = 0;
        for (const { line, record } of request.body) {
          const wrong: UserError[] = [];
          const parsed = parsePastIncident(record, now, wrong);
          if (parsed === null) {
            rejected += 1;
            if (errors.length < mostErrors) errors.push(...wrong.map((error) => ({ line, ...error })));
          } else {
            accepted.push(parsed);
          }
        }
        const counts = await importIncidents(app, viewerOf(request), accepted);
        return { ...counts, rejected, errors: errors.slice(0, mostErrors) };
      },
    );
  });
}

function tooMany(lines: number): TransportFailure {
  const message = `A request may bring ${mostLines} incidents, but ${lines} were given: send several.`;
  return new TransportFailure('PAYLOAD_TOO_LARGE', message);
}

function notReadable(): TransportFailure {
  const types = 'text/csv or application/x-ndjson';
  return new TransportFailure('UNSUPPORTED_MEDIA_TYPE', `Send incidents as ${types}, and say which by content-type.`);
}
