import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import postgres from 'postgres';
import { postgresTarget } from '../connectionUrl.ts';
import { type Launch, runToEnd } from './launch.ts';

interface NewCluster {
  launch: Launch;
  initdb: string;
  dataFolder: string;
  superuser: string;
}

/** Fills the data folder, under another name until it is whole: an interrupted first start leaves nothing that looks like a database. */
export async function makeCluster({ launch, initdb, dataFolder, superuser }: NewCluster): Promise<void> {
  await removeDrafts(dataFolder);
  // A name never used before: an initdb whose Vigil was killed may still be writing to, or clearing away, its own.
  const draft = `${dataFolder}.new-${randomUUID()}`;
  try {
    await runToEnd(launch, initdb, [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      '--encoding=UTF8',
      // Postgres' own collation: the same on every machine, and no upgrade of the system breaks an index.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      // Who fills a file of the log makes the next one, and all who commit wait for it: 30 ms with the usual 16 MB.
      '--wal-segsize=1',
      // Whoever may enter the socket's folder is trusted, and there is no other way in.
      '--auth-local=trust',
      '--auth-host=reject',
      '--no-instructions',
    ]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `No database could be made in ${dataFolder}: ${reason}\nA server named by DATABASE_URL would do instead.`,
      { cause },
    );
  }
  await rename(draft, dataFolder);
}

async function removeDrafts(dataFolder: string): Promise<void> {
  const folder = dirname(dataFolder);
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(`${basename(dataFolder)}.new-`));
  // What cannot be removed while it is still written to goes at the next start.
  await Promise.allSettled(drafts.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** Makes the database unless it is there. `url` names another one on the same server. */
export async function createDatabase(url: string, database: string): Promise<void> {
  const target = postgresTarget(url);
  const sql = postgres(target.url, { ...target.options, max: 1 });
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end();
  }
}
