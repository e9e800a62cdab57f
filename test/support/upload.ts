import { type ClientRequest, type IncomingMessage, request } from 'node:http';

export interface Upload {
  readonly request: ClientRequest;
  /** The status, as soon as the server answers. */
  readonly status: Promise<number>;
  /** Sends lines. */
  send(...lines: readonly unknown[]): void;
  /** Waits for so many more answers. Throws when the answers end before. */
  next(count?: number): Promise<Record<string, unknown>[]>;
  /** What is answered until the end. */
  rest(): Promise<Record<string, unknown>[]>;
}

/** Starts an upload to `POST /ingest`, which is answered while it goes on. */
export function startUpload(
  { url, token }: { url: string; token: string },
  headers: Record<string, string> = {},
): Upload {
  const sent = request(`${url}/ingest`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}`, ...headers },
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve).on('error', reject);
  });
  response.catch(() => {});
  sent.flushHeaders();
  const lines = response.then((answers) => linesOf(answers));
  lines.catch(() => {});

  async function next(count = 1): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    while (found.length < count) {
      const { value, done } = await (await lines).next();
      if (done) throw new Error(`The answers ended after ${found.length} of ${count}`);
      found.push(JSON.parse(value));
    }
    return found;
  }

  return {
    request: sent,
    status: response.then(({ statusCode = 0 }) => statusCode),
    send: (...some) =>
      sent.write(some.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')),
    next,
    rest: async () => {
      const found: Record<string, unknown>[] = [];
      for await (const line of await lines) found.push(JSON.parse(line));
      return found;
    },
  };
}

async function* linesOf(answers: IncomingMessage): AsyncGenerator<string, undefined> {
  let text = '';
  for await (const chunk of answers.setEncoding('utf8')) {
    text += chunk;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    yield* lines;
  }
  if (text !== '') throw new Error(`The last answer breaks off: ${text}`);
  return undefined;
}
