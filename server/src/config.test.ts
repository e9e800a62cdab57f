import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ConfigError, publicUrlOf, readCommandConfig, readServerConfig, type ServerConfig } from './config.ts';

const thisFile = fileURLToPath(import.meta.url);
const token = 'correct-horse-battery';

const defaults: ServerConfig = {
  host: '127.0.0.1',
  port: 8080,
  databaseUrl: null,
  dataDir: resolve('.vigil'),
  adminToken: null,
  policy: { kind: 'preset', preset: 'load-v2' },
  publicUrl: null,
  signalDays: 30,
  logLevel: 'info',
};

const accepted: [string, Record<string, string | undefined>, Partial<ServerConfig>][] = [
  ['nothing', {}, {}],
  ['empty variables', { HOST: '', PORT: '', DATABASE_URL: '', VIGIL_ADMIN_TOKEN: '', VIGIL_POLICY: undefined }, {}],
  ['variables of others', { PATH: '/bin', npm_config_port: 'x' }, {}],
  ['every address, any free port', { HOST: '0.0.0.0', PORT: '0' }, { host: '0.0.0.0', port: 0 }],
  ['an IPv6 address', { HOST: '::1', PORT: '65535' }, { host: '::1', port: 65_535 }],
  ['a database', { DATABASE_URL: 'postgres://a:b@c/d' }, { databaseUrl: 'postgres://a:b@c/d' }],
  ['a database on two hosts', { DATABASE_URL: 'postgresql://a:1,b:2/d' }, { databaseUrl: 'postgresql://a:1,b:2/d' }],
  ['a relative data folder', { VIGIL_DATA_DIR: 'x/../y' }, { dataDir: resolve('y') }],
  ['an absolute data folder', { VIGIL_DATA_DIR: '/var/lib/v' }, { dataDir: '/var/lib/v' }],
  ['an admin token', { VIGIL_ADMIN_TOKEN: token }, { adminToken: token }],
  ['another preset', { VIGIL_POLICY: 'seed-v1' }, { policy: { kind: 'preset', preset: 'seed-v1' } }],
  ['a policy file', { VIGIL_POLICY: thisFile }, { policy: { kind: 'file', path: thisFile } }],
  ['a public address', { VIGIL_PUBLIC_URL: 'https://v.example/sub//' }, { publicUrl: 'https://v.example/sub' }],
  ['signals for a year', { VIGIL_SIGNAL_DAYS: '365' }, { signalDays: 365 }],
  ['a log level in capitals', { LOG_LEVEL: 'WARN' }, { logLevel: 'warn' }],
];

const refused: [string, string, string][] = [
  ['HOST', 'http://localhost', 'HOST is "http://localhost", expected a host name'],
  ['HOST', 'two words', 'HOST is "two words", expected'],
  ['PORT', 'eighty', 'PORT is "eighty", expected a port from 1 to 65535, or 0'],
  ['PORT', '65536', 'PORT is "65536", expected'],
  ['PORT', '-1', 'PORT is "-1", expected'],
  ['PORT', '80.5', 'PORT is "80.5", expected'],
  ['DATABASE_URL', 'mysql://ann:pw@host/db', 'DATABASE_URL is "mysql://ann:***@host/db", expected'],
  ['DATABASE_URL', 'mysql://ann:p@w/x@host/db', 'DATABASE_URL is "mysql://ann:***@host/db", expected'],
  ['DATABASE_URL', 'pg://h/d?password=pw&x=1', 'DATABASE_URL is "pg://h/d?password=***&x=1", expected'],
  ['DATABASE_URL', 'pw-in-wrong-place', 'DATABASE_URL is 17 characters that are not shown, expected'],
  ['VIGIL_ADMIN_TOKEN', 'short', 'VIGIL_ADMIN_TOKEN is 5 characters that are not shown, expected at least 16'],
  ['VIGIL_ADMIN_TOKEN', `${token} ${token}`, 'VIGIL_ADMIN_TOKEN is 43 characters that are not shown, expected'],
  [
    'VIGIL_POLICY',
    'load-v3',
    'VIGIL_POLICY is "load-v3", expected seed-v1, load-v2 or the path of an existing YAML file',
  ],
  ['VIGIL_POLICY', '.', 'VIGIL_POLICY is ".", expected'],
  ['VIGIL_PUBLIC_URL', 'vigil.example', 'VIGIL_PUBLIC_URL is "vigil.example", expected an http or https address'],
  ['VIGIL_PUBLIC_URL', 'ftp://vigil.example', 'VIGIL_PUBLIC_URL is "ftp://vigil.example", expected'],
  ['VIGIL_PUBLIC_URL', 'https://v.example/?a=1', 'VIGIL_PUBLIC_URL is "https://v.example/?a=1", expected'],
  ['VIGIL_SIGNAL_DAYS', '8', 'VIGIL_SIGNAL_DAYS is "8", expected 9 to 3650 days'],
  ['VIGIL_SIGNAL_DAYS', 'a month', 'VIGIL_SIGNAL_DAYS is "a month", expected 9'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud", expected one of fatal, error, warn, info, debug, trace, silent'],
];

describe('the environment of the server', () => {
  test.each(accepted)('may hold %s', (_what, env, expected) => {
    expect(readServerConfig(env)).toEqual({ ...defaults, ...expected });
  });

  test.each(refused)('refuses %s=%s', (name, value, message) => {
    expect(() => readServerConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readServerConfig({ [name]: value })).toThrow(message);
  });

  test('is refused with all that is wrong at once, and without secrets', () => {
    const read = () => readServerConfig({ PORT: 'x', VIGIL_ADMIN_TOKEN: 'hush', LOG_LEVEL: 'y' });
    expect(read).toThrow(/PORT is "x".*\n.*VIGIL_ADMIN_TOKEN is 4 characters.*\n.*LOG_LEVEL is "y"/);
    expect(read).not.toThrow('hush');
  });
});

describe('the environment of a command', () => {
  test('names the local server unless it says otherwise', () => {
    expect(readCommandConfig({})).toEqual({ url: 'http://127.0.0.1:8080', token: null });
    expect(readCommandConfig({ VIGIL_URL: 'https://v.example/', VIGIL_TOKEN: 'abc' })).toEqual({
      url: 'https://v.example',
      token: 'abc',
    });
  });

  test('is refused like the server one', () => {
    expect(() => readCommandConfig({ VIGIL_URL: 'v.example', VIGIL_TOKEN: 'a b' })).toThrow(
      /VIGIL_URL is "v\.example".*\n.*VIGIL_TOKEN is 3 characters that are not shown/,
    );
  });
});

test.each([
  ['127.0.0.1', null, 'http://127.0.0.1:81'],
  ['0.0.0.0', null, 'http://localhost:81'],
  ['::', null, 'http://localhost:81'],
  ['::1', null, 'http://[::1]:81'],
  ['0.0.0.0', 'https://v.example', 'https://v.example'],
])('listening on %s with public address %s is shown as %s', (host, publicUrl, expected) => {
  expect(publicUrlOf({ host, publicUrl }, 81)).toBe(expected);
});
