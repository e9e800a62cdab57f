import { readWays } from './readWays.ts';
import { startOneVigil, type TestVigil, type TestVigilOptions } from './startVigil.ts';
import { startTwinProxy, type TwinProxy } from './twinProxy.ts';

/**
 * Two servers with databases of their own behind an address that compares their answers: the fast lane from the first sight of a document
 * on, and Apollo alone. Closing fails when they differed, or when the fast lane was never taken.
 */
export async function startTwins(options: TestVigilOptions): Promise<TestVigil> {
  const fast = await startOneVigil({ ...options, fastLane: 'first sight' });
  const { database: _, ...onItsOwn } = options;
  const plain = await startOneVigil({ ...onItsOwn, fastLane: 'off' });
  return twinsOf(fast, plain, await startTwinProxy({ first: fast.url, second: plain.url }));
}

function twinsOf(fast: TestVigil, plain: TestVigil, proxy: TwinProxy): TestVigil {
  return {
    url: proxy.url,
    token: fast.token,
    app: fast.app,
    advance: (milliseconds) => {
      fast.advance(milliseconds);
      plain.advance(milliseconds);
    },
    restart: async () => twinsOf(await fast.restart(), await plain.restart(), proxy),
    close: async () => {
      const ways = await readWays(fast);
      await proxy.close();
      await Promise.all([fast.close(), plain.close()]);
      if (proxy.differences.length > 0) throw new Error(`The lanes differ:\n\n${proxy.differences.join('\n\n')}`);
      if (proxy.compared > 0 && ways.prepared + ways.compiled === 0) throw new Error('The fast lane was not taken');
    },
  };
}
