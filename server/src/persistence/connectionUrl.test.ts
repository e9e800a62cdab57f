import { describe, expect, test } from 'vitest';
import { postgresTarget, socketUrl } from './connectionUrl.ts';

const rows = [
  {
    name: 'a server on the network is left as it is',
    given: 'postgres://ann:pw@db.example:6432/vigil?sslmode=require',
    url: 'postgres://ann:pw@db.example:6432/vigil?sslmode=require',
    options: {},
  },
  {
    name: 'servers on the network may be several',
    given: 'postgres://ann:pw@one:5432,two:5432/vigil',
    url: 'postgres://ann:pw@one:5432,two:5432/vigil',
    options: {},
  },
  {
    name: 'a socket may come with everything in parameters',
    given: 'postgresql:///vigil?host=%2Frun%2Fpg&port=5433&user=ann',
    url: 'postgresql://ann@localhost:5433/vigil',
    options: { host: '/run/pg' },
  },
  {
    name: 'a socket may come with user and password in their usual place',
    given: 'postgres://ann:p%40w@localhost/vigil?host=/cloudsql/a:b:c&application_name=x',
    url: 'postgresql://ann:p%40w@localhost:5432/vigil?application_name=x',
    options: { host: '/cloudsql/a:b:c' },
  },
  {
    name: 'a socket may come without a user',
    given: 'postgresql:///vigil?host=/run/pg',
    url: 'postgresql://localhost:5432/vigil',
    options: { host: '/run/pg' },
  },
];

describe('postgresTarget', () => {
  test.each(rows)('$name', ({ given, url, options }) => {
    expect(postgresTarget(given)).toEqual({ url, options });
  });

  test('reads what socketUrl wrote, blanks and percent signs included', () => {
    const url = socketUrl({ folder: '/tmp/a b%2F,"c', port: 5432, user: 'vigil', database: 'vigil' });
    expect(postgresTarget(url)).toEqual({
      url: 'postgresql://vigil@localhost:5432/vigil',
      options: { host: '/tmp/a b%2F,"c' },
    });
  });
});
