import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Database, openDatabase } from '../../server/src/persistence/database.ts';
import { createTestDatabase, type TestDatabase } from './testDatabase.ts';

/** A database with one table of numbers, empty before each test: for what transactions keep and what they do not. */
export interface KeptNumbers {
  readonly database: Database;
  /** Ascending. */
  read(): Promise<number[]>;
}

export function prepareKeptNumbers({ maxConnections }: { readonly maxConnections: number }): KeptNumbers {
  let made: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    made = await createTestDatabase();
    database = openDatabase({ url: made.url, maxConnections });
    await database.sql`create table kept (number int primary key)`;
  });

  beforeEach(async () => {
    await database.sql`truncate kept`;
  });

  afterAll(async () => {
    await database.close();
    await made.drop();
  });

  return {
    get database() {
      return database;
    },
    read: async () => {
      const rows = await database.sql<{ number: number }[]>`select number from kept order by number`;
      return rows.map(({ number }) => number);
    },
  };
}
