import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withoutVolatile } from './volatile.ts';

export interface Twins {
  /** Whose answers the client gets. */
  readonly first: string;
  readonly second: string;
}

export interface TwinProxy {
  readonly url: string;
  /** How many answers were compared. */
  readonly compared: number;
  /** Where the two answered differently. */
  readonly differences: readonly string[];
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** These follow from the time, or from the connection. */
const headersNotCompared = ['date', 'content-length', 'connection', 'keep-alive', 'transfer-encoding'];

/**
 * Hands each request to two servers that have been asked the same so far, one after the other, and compares status, headers and body.
 * Ids and the like that the first gave out are put back as those of the second.
 */
export async function startTwinProxy({ first, second }: Twins): Promise<TwinProxy> {
  const counterparts = new Map<string, string>();
  const differences: string[] = [];
  let compared = 0;
  let previous: Promise<unknown> = Promise.resolve();

  function translate(text: string): string {
    let translated = text;
    for (const [ofFirst, ofSecond] of counterparts) translated = translated.replaceAll(ofFirst, ofSecond);
    return translated;
  }

  async function askBoth(request: IncomingMessage, body: string): Promise<Answer> {
    const one = await ask(first, request, body, (text) => text);
    const other = await ask(second, request, body, translate);
    const [a, b] = [withoutVolatile(one.body), withoutVolatile(other.body)];
    compared += 1;
    const heads = [one, other].map(({ status, headers }) => JSON.stringify({ status, headers }));
    const asked = `${request.method} ${request.url} ${body.slice(0, 1000)}`;
    if (heads[0] !== heads[1]) differences.push(`${asked}\n${heads.join('\n')}`);
    if (a.skeleton !== b.skeleton) differences.push(`${asked}\n${a.skeleton}${b.skeleton}`);
    for (const [place, text] of a.taken.entries()) {
      const counterpart = b.taken[place];
      // Short ones are figures, which nobody sends back.
      if (counterpart !== undefined && text !== counterpart && text.length >= 8) counterparts.set(text, counterpart);
    }
    return one;
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      // In turn: two servers that are asked several things at once need not do them in the same order.
      previous = previous
        .then(() => askBoth(request, Buffer.concat(chunks).toString()))
        .then(({ status, headers, body }) => {
          // What came compressed has been read.
          const plain = headers.filter(([name]) => name !== 'content-encoding');
          response.writeHead(status, Object.fromEntries(plain)).end(body);
        })
        .catch(() => request.socket.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get compared() {
      return compared;
    },
    differences,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function ask(
  url: string,
  { method = 'GET', url: path, headers }: IncomingMessage,
  body: string,
  translate: (text: string) => string,
): Promise<Answer> {
  const { host, connection, 'content-length': _, 'accept-encoding': __, 'transfer-encoding': ___, ...rest } = headers;
  const answer = await fetch(`${url}${translate(path ?? '')}`, {
    method,
    headers: JSON.parse(translate(JSON.stringify(rest))),
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: translate(body) }),
  });
  const kept = [...answer.headers].filter(([name]) => !headersNotCompared.includes(name));
  return { status: answer.status, headers: kept, body: await answer.text() };
}
