import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { App } from '../../../application/app.ts';
import { readMetricsTable, type TableRow, type TableShape } from '../../../application/metrics/metricsTable.ts';
import { requires } from '../../authenticate.ts';
import { csvLine } from './csvLine.ts';
import { columnsOf } from './exportColumns.ts';
import { type ExportRequest, parseExportRequest } from './exportRequest.ts';

/** Rows that are written at once: others have their turn in between. */
const rowsAtOnce = 500;

const contentTypes: Record<ExportRequest['format'], string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

/** `GET /api/metrics/export`: the figures as a table, as CSV or JSON. See docs/metrics.md for its parameters and columns. */
export function registerGetMetricsExport(fastify: FastifyInstance, app: App): void {
  fastify.get('/api/metrics/export', { onRequest: requires('read') }, async (request, reply) => {
    const { question, shape, format } = parseExportRequest(request.query);
    const rows = await readMetricsTable(app, question, shape);
    reply.header('content-disposition', `attachment; filename="metrics.${format}"`);
    reply.type(contentTypes[format]);
    return reply.send(Readable.from(format === 'csv' ? csvOf(rows, shape) : jsonOf(rows, shape)));
  });
}

async function* csvOf(rows: readonly TableRow[], shape: TableShape): AsyncGenerator<string> {
  const columns = columnsOf(shape);
  yield csvLine(columns.flatMap(({ names }) => names));
  for await (const some of inParts(rows)) {
    yield some.map((row) => csvLine(columns.flatMap(({ valuesOf }) => valuesOf(row)))).join('');
  }
}

/** An array with an object a row. */
async function* jsonOf(rows: readonly TableRow[], shape: TableShape): AsyncGenerator<string> {
  const columns = columnsOf(shape);
  const objectOf = (row: TableRow) =>
    Object.fromEntries(
      columns.flatMap(({ names, valuesOf }) => {
        const values = valuesOf(row);
        return names.map((name, place) => [name, values[place]]);
      }),
    );
  let before = '[\n';
  for await (const some of inParts(rows)) {
    yield before + some.map((row) => JSON.stringify(objectOf(row))).join(',\n');
    before = ',\n';
  }
  yield rows.length === 0 ? '[]\n' : '\n]\n';
}

async function* inParts(rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    if (from > 0) await nextTurn();
    yield rows.slice(from, from + rowsAtOnce);
  }
}
