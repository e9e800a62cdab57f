import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { nodeOptions } from '../support/nodeOptions.ts';

/** A script of this folder as a process of its own, and what the two say to each other. */
export interface Forked<To extends object, From> {
  send(message: To): void;
  onMessage(listener: (message: From) => void): void;
  /** The first answer that is not null; rejects with what `find` throws, and when the process ends. */
  find<Found>(find: (message: From) => Found | null): Promise<Found>;
  /** Ends the process: it exits when nobody listens to it any more. */
  close(): Promise<void>;
}

export function forkScript<To extends object, From>(file: string, ...args: readonly string[]): Forked<To, From> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, args, {
    execArgv: [...nodeOptions, '--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  return {
    send: (message) => child.send(message),
    onMessage: (listener) => child.on('message', listener),
    find: <Found>(find: (message: From) => Found | null) =>
      new Promise<Found>((resolve, reject) => {
        const over = (settle: () => void) => {
          child.off('message', look).off('exit', gone);
          settle();
        };
        const look = (message: unknown) => {
          try {
            const found = find(message as From);
            if (found !== null) over(() => resolve(found));
          } catch (error) {
            over(() => reject(error));
          }
        };
        const gone = () => over(() => reject(new Error(`${file} has ended`)));
        child.on('message', look).on('exit', gone);
      }),
    close: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
