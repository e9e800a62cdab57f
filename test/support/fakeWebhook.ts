import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: Date;
}

/** How to answer the request of this number, counted from 1; `hang` never answers. */
export type WebhookAnswer = { status: number; headers?: Record<string, string>; body?: string } | 'hang';

export interface FakeWebhook {
  readonly url: string;
  readonly received: readonly ReceivedWebhook[];
  /** Resolves once there are that many. */
  waitFor(count: number, timeoutMs?: number): Promise<readonly ReceivedWebhook[]>;
  close(): Promise<void>;
}

/** Somebody's webhook receiver on loopback; answers 204 unless told otherwise. */
export async function startFakeWebhook(
  answer: (request: number) => WebhookAnswer = () => ({ status: 204 }),
): Promise<FakeWebhook> {
  const received: ReceivedWebhook[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8'), at: new Date() });
      for (const check of waiting) check();
      const reply = answer(received.length);
      if (reply === 'hang') return;
      response.writeHead(reply.status, reply.headers).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    waitFor: (count, timeoutMs = 10_000) =>
      new Promise((resolve, reject) => {
        const finish = (end: () => void) => {
          clearTimeout(timer);
          waiting.delete(check);
          end();
        };
        const check = () => {
          if (received.length >= count) finish(() => resolve(received));
        };
        const timer = setTimeout(
          () =>
            finish(() => reject(new Error(`${received.length} of ${count} webhooks arrived within ${timeoutMs} ms`))),
          timeoutMs,
        );
        waiting.add(check);
        check();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
