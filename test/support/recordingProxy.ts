import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordingProxy {
  readonly url: string;
  /** The bodies of the answers that clients got in full, in their order. */
  readonly answers: readonly string[];
  /** Called when a request has been handed on and is not answered yet. */
  onForwarded: (() => void) | null;
  /** While false, clients are cut off as if there were no server. */
  open: boolean;
  close(): Promise<void>;
}

/** Stands before a server, hands requests on and keeps what was answered. A request that the server does not answer is cut off. */
export async function startRecordingProxy(target: () => string): Promise<RecordingProxy> {
  const answers: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      if (!proxy.open) {
        request.socket.destroy();
        return;
      }
      try {
        const { host, connection, 'content-length': _, 'accept-encoding': __, ...headers } = request.headers;
        const answered = fetch(`${target()}${request.url}`, {
          method: request.method ?? 'GET',
          headers: headers as Record<string, string>,
          body: Buffer.concat(chunks),
        });
        proxy.onForwarded?.();
        const answer = await answered;
        const body = await answer.text();
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
        response.end(body, () => answers.push(body));
      } catch {
        request.socket.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: RecordingProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    onForwarded: null,
    open: true,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}
