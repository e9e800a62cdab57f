import { isStorable } from './cleanText.ts';
import { InvalidArgument } from './invalidArgument.ts';
import { parseMoment } from './moment.ts';

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page in Relay's form. The total is counted only when it is asked for. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number>;
}

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** What to read: `limit` rows behind or before a cursor; one more than that tells whether there are more. */
export interface Page {
  readonly backwards: boolean;
  readonly limit: number;
  readonly after: string | null;
  readonly before: string | null;
}

export function readPage(args: PageArguments, { standard, most }: { standard: number; most: number }): Page {
  const { first = null, last = null, after = null, before = null } = args;
  if (first !== null && last !== null) {
    throw new InvalidArgument(['last'], 'first and last cannot be given together');
  }
  for (const [name, value] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (value !== null && (value < 0 || value > most)) {
      throw new InvalidArgument([name], `${name} is ${value}, from 0 to ${most} is allowed`);
    }
  }
  return { backwards: last !== null, limit: last ?? first ?? standard, after, before };
}

/** Cursors are opaque to clients: the values of the order, as base64url of JSON. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

export function decodeCursor(cursor: string, field: string, length: number): (string | number)[] {
  const parsed = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  const valid =
    Array.isArray(parsed) &&
    parsed.length === length &&
    parsed.every((value) => (typeof value === 'string' ? isStorable(value) : Number.isFinite(value)));
  if (!valid) throw notACursor(field);
  return parsed;
}

/** What says that a cursor was made by somebody else, or for another list. */
export function notACursor(field: string): InvalidArgument {
  return new InvalidArgument([field], `${field} is not a cursor of this list`);
}

/** Whether a value of a cursor is a moment as `toISOString` writes it. */
export function isMomentOfCursor(value: unknown): boolean {
  return typeof value === 'string' && parseMoment(value)?.toISOString() === value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Makes a page of rows that were read in the page's direction, one more than the page holds when there are more. */
export function connectionOf<Node>(
  rows: readonly Node[],
  page: Page,
  cursorOf: (node: Node) => string,
  totalCount: () => Promise<number>,
): Connection<Node> {
  const more = rows.length > page.limit;
  const kept = rows.slice(0, page.limit);
  const edges = (page.backwards ? kept.toReversed() : kept).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.backwards ? page.before !== null : more,
      hasPreviousPage: page.backwards ? more : page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
