/** What the database of an embedded Postgres is called, and who owns it. */
export const database = 'vigil';
export const superuser = 'vigil';
