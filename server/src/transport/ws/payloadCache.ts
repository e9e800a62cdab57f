/** Results' JSON, kept for those who are a little behind: they share it as those do who are up to date. */
export interface PayloadCache {
  get(key: string): Buffer | undefined;
  put(key: string, payload: Buffer): void;
}

/** Keeps the newest, up to so many bytes. */
export function createPayloadCache(maxBytes: number): PayloadCache {
  const payloads = new Map<string, Buffer>();
  let bytes = 0;
  return {
    get: (key) => payloads.get(key),
    put: (key, payload) => {
      if (payloads.has(key)) return;
      payloads.set(key, payload);
      bytes += payload.length;
      for (const [oldest, { length }] of payloads) {
        if (bytes <= maxBytes) break;
        payloads.delete(oldest);
        bytes -= length;
      }
    },
  };
}
