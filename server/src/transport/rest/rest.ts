import type { FastifyError, FastifyInstance } from 'fastify';
import type { App } from '../../application/app.ts';
import { describeFailure, statusOfCode } from '../failure.ts';
import type { ServerTime } from '../serverTime.ts';
import { registerGetFigures } from './getFigures.ts';
import { registerGetHealth } from './getHealth.ts';
import { registerPostIncidentCommand } from './postIncidentCommand.ts';
import { registerPostReading } from './postReading.ts';

/** The routes of the system that Vigil grew from, with its fields: what calls them goes on working. `error` is a text on all of them. */
export function registerRest(fastify: FastifyInstance, app: App, serverTime: ServerTime): void {
  fastify.register(async (routes) => {
    routes.setErrorHandler((error: FastifyError, request, reply) => {
      const { code, message, retryAfterSeconds } = describeFailure(error, request.log);
      if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
      return reply.code(statusOfCode[code]).send({ error: message });
    });
    takeEmptyBodies(routes);
    registerPostReading(routes, app, serverTime);
    registerPostIncidentCommand(routes, app);
    registerGetFigures(routes, app);
    registerGetHealth(routes, app);
  });
}

/** Acknowledging has no body, and clients send its content type all the same. */
function takeEmptyBodies(routes: FastifyInstance): void {
  const parseJson = routes.getDefaultJsonParser('error', 'error');
  routes.removeContentTypeParser('application/json');
  routes.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parseJson(request, body, done);
  });
}
