/** The given implementation, else the global one (browsers, Node from 22), else the `ws` package, loaded only then. */
export async function findWebSocket(given: unknown): Promise<unknown> {
  if (given) return given;
  const globals: { readonly WebSocket?: unknown } = globalThis;
  return globals.WebSocket ?? (await import('ws')).WebSocket;
}
