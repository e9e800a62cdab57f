import postgres from 'postgres';
import { postgresTarget } from '../../server/src/persistence/connectionUrl.ts';
import { startEmbeddedPostgres } from '../../server/src/persistence/embeddedPostgres.ts';

// A process that may be killed in place of the test's own: it owns a Postgres and writes the number of each row it has committed.
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('usage: postgresOwner.ts DATA_DIR');

const server = await startEmbeddedPostgres({ dataDir, log: (message) => process.stderr.write(`${message}\n`) });
const target = postgresTarget(server.url);
const sql = postgres(target.url, { ...target.options, max: 1, onnotice: () => {} });
await sql`create table if not exists committed (n serial primary key)`;
let goesOn = true;
process.once('SIGTERM', () => {
  goesOn = false;
});

process.stdout.write(`postgres ${server.pid}\n`);
while (goesOn) {
  const [row] = await sql<{ n: number }[]>`insert into committed default values returning n`;
  process.stdout.write(`row ${row?.n}\n`);
}
await sql.end();
await server.stop();
process.stdout.write('stopped\n');
