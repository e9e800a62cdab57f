import type { App } from '../../server/src/application/app.ts';

/** Keeps every signal from being stored until it is let go: transactions wait for a lock, as they would for a database that is busy. */
export async function holdDatabase({ database }: Pick<App, 'database'>): Promise<{ letGo(): Promise<void> }> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let over: Promise<unknown> = Promise.resolve();
  await new Promise<void>((held, failed) => {
    over = database.sql.begin(async (tx) => {
      await tx`lock table signal in access exclusive mode`;
      held();
      await released;
    });
    over.catch(failed);
  });
  return {
    letGo: async () => {
      release();
      await over;
    },
  };
}
