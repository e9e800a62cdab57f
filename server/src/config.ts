import { statSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const policyPresets = ['seed-v1', 'load-v2'] as const;

export type LogLevel = (typeof logLevels)[number];

/** The policy that a new database starts with. */
export type PolicySource =
  | { readonly kind: 'preset'; readonly preset: (typeof policyPresets)[number] }
  | { readonly kind: 'file'; readonly path: string };

export interface ServerConfig {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Null: the built-in Postgres. */
  readonly databaseUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** Null: the first start makes one. */
  readonly adminToken: string | null;
  readonly policy: PolicySource;
  /** Without a trailing slash. Null: made from host and port, see {@link publicUrlOf}. */
  readonly publicUrl: string | null;
  /** How many days signals are kept. */
  readonly signalDays: number;
  readonly logLevel: LogLevel;
}

/** What a command needs to talk to a running server. */
export interface CommandConfig {
  /** Without a trailing slash. */
  readonly url: string;
  readonly token: string | null;
}

/** Its message lists every variable that is wrong: what it holds, unless that is secret, and what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const httpUrl = z
  .string()
  .refine(isHttpUrl, 'an http or https address without query, for example https://vigil.example.org')
  .transform((text) => text.replace(/\/+$/, ''));
const token = z.string().regex(/^[\x21-\x7e]{16,}$/, 'at least 16 ASCII characters without blanks');

/** Longer than idempotency keys, which lead to the first answer. */
const fewestSignalDays = 9;
const mostSignalDays = 3_650;

const serverVariables = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'a host name or IP address to listen on, for example 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'a port from 1 to 65535, or 0 for any free one')
    .transform(Number)
    .default(8080),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'an address like postgres://user:password@host:5432/database')
    .nullable()
    .default(null),
  VIGIL_DATA_DIR: z
    .string()
    .default('.vigil')
    .transform((folder) => resolve(folder)),
  VIGIL_ADMIN_TOKEN: token.nullable().default(null),
  VIGIL_POLICY: z
    .string()
    .refine(
      (text) => isPreset(text) || isFile(text),
      `${policyPresets.join(', ')} or the path of an existing YAML file`,
    )
    .default('load-v2')
    .transform(policySource),
  VIGIL_PUBLIC_URL: httpUrl.nullable().default(null),
  VIGIL_SIGNAL_DAYS: z
    .string()
    .refine(
      (text) => isWholeBetween(text, fewestSignalDays, mostSignalDays),
      `${fewestSignalDays} to ${mostSignalDays} days`,
    )
    .transform(Number)
    .default(30),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }))
    .default('info'),
});

const commandVariables = z.object({
  VIGIL_URL: httpUrl.default('http://127.0.0.1:8080'),
  VIGIL_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'an API token, which has no blanks')
    .nullable()
    .default(null),
});

/** Throws {@link ConfigError}. */
export function readServerConfig(env: Environment = process.env): ServerConfig {
  const read = parse(serverVariables, env);
  return {
    host: read.HOST,
    port: read.PORT,
    databaseUrl: read.DATABASE_URL,
    dataDir: read.VIGIL_DATA_DIR,
    adminToken: read.VIGIL_ADMIN_TOKEN,
    policy: read.VIGIL_POLICY,
    publicUrl: read.VIGIL_PUBLIC_URL,
    signalDays: read.VIGIL_SIGNAL_DAYS,
    logLevel: read.LOG_LEVEL,
  };
}

/** Throws {@link ConfigError}. */
export function readCommandConfig(env: Environment = process.env): CommandConfig {
  const read = parse(commandVariables, env);
  return { url: read.VIGIL_URL, token: read.VIGIL_TOKEN };
}

/** The address to give to people, once the port is known. */
export function publicUrlOf(config: Pick<ServerConfig, 'host' | 'publicUrl'>, listeningPort: number): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const { host } = config;
  // "Every address" is none that a browser can open.
  const hostName = host === '0.0.0.0' || host === '::' ? 'localhost' : isIPv6(host) ? `[${host}]` : host;
  return `http://${hostName}:${listeningPort}`;
}

function parse<Shape extends z.ZodObject>(variables: Shape, env: Environment): z.output<Shape> {
  // An empty variable is what compose files and shells make of one that nobody set.
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== undefined && text !== ''));
  const result = variables.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name} is ${shown(name, given[name] ?? '')}, expected ${issue.message}`;
  });
  throw new ConfigError(`The environment is not what Vigil needs:\n${[...new Set(lines)].join('\n')}`);
}

/** A value as it may appear in a log. */
function shown(name: string, text: string): string {
  const secret = `${text.length} characters that are not shown`;
  if (name === 'VIGIL_ADMIN_TOKEN' || name === 'VIGIL_TOKEN') return secret;
  if (name !== 'DATABASE_URL') return JSON.stringify(text);
  if (!text.includes('://')) return secret;
  // Up to the last @: a password may hold one that somebody forgot to escape.
  return JSON.stringify(text.replace(/(:\/\/[^:/?]*):.*@/s, '$1:***@').replace(/(password=)[^&]*/g, '$1***'));
}

function isHttpUrl(text: string): boolean {
  if (!/^https?:\/\/[^\s?#]+$/.test(text)) return false;
  return URL.canParse(text) && new URL(text).username === '';
}

function isWholeBetween(text: string, least: number, most: number): boolean {
  return /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

function isPreset(text: string): text is (typeof policyPresets)[number] {
  return policyPresets.some((preset) => preset === text);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function policySource(text: string): PolicySource {
  return isPreset(text) ? { kind: 'preset', preset: text } : { kind: 'file', path: resolve(text) };
}
