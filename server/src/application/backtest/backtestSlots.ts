/** How many backtests a server runs at a time: each keeps a processor busy. */
const most = 2;

/** As many backtests run as may: try again later. */
export class TooManyBacktests extends Error {
  readonly retryAfterSeconds = 10;

  constructor() {
    super(`${most} backtests are running on this server, which is as many as may: try again when one has ended`);
    this.name = 'TooManyBacktests';
  }
}

const running = new WeakMap<object, number>();

/** Takes one of a server's places and answers with how to give it back. Throws TooManyBacktests. */
export function takeBacktestSlot(server: object): () => void {
  const count = running.get(server) ?? 0;
  if (count >= most) throw new TooManyBacktests();
  running.set(server, count + 1);
  return () => {
    running.set(server, (running.get(server) ?? 1) - 1);
  };
}
