import { forkScript } from './forkScript.ts';

export interface CrowdOptions {
  readonly url: string;
  readonly token: string;
  /** How many subscribers. */
  readonly count: number;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether to note when changes arrive, by the numbers in their titles. */
  readonly arrivals?: boolean;
}

/** How many subscribers got a numbered change in a millisecond since 1970. */
export interface Arrival {
  readonly number: number;
  readonly atMs: number;
  readonly count: number;
}

/** What stands before the number in a title, and how long the number is. */
export const numberMark = 'change-no-';
export const numberDigits = 6;

export type ToCrowd = { readonly kind: 'open'; readonly options: CrowdOptions } | { readonly kind: 'arrivals' };
export type FromCrowd =
  | { readonly kind: 'ready' }
  | { readonly kind: 'received'; readonly total: number }
  | { readonly kind: 'arrivals'; readonly found: readonly Arrival[] }
  | { readonly kind: 'failed'; readonly reason: string };

/** Subscribers in a process of their own. */
export interface Crowd {
  /** Resolves when they have received so many messages in all. */
  received(total: number): Promise<void>;
  arrivals(): Promise<readonly Arrival[]>;
  close(): Promise<void>;
}

/** Opens the sockets; resolves when each has subscribed. */
export async function openCrowd(options: CrowdOptions): Promise<Crowd> {
  const child = forkScript<ToCrowd, FromCrowd>('crowd.ts');
  let received = 0;
  child.onMessage((message) => {
    if (message.kind === 'received') received = message.total;
  });
  const expect = <Found>(find: (message: FromCrowd) => Found | null) =>
    child.find((message) => {
      if (message.kind === 'failed') throw new Error(`The subscribers failed: ${message.reason}`);
      return find(message);
    });
  const ready = expect(({ kind }) => (kind === 'ready' ? true : null));
  child.send({ kind: 'open', options });
  await ready;
  return {
    received: async (total) => {
      if (received < total) await expect(() => (received >= total ? true : null));
    },
    arrivals: () => {
      const answer = expect((message) => (message.kind === 'arrivals' ? message.found : null));
      child.send({ kind: 'arrivals' });
      return answer;
    },
    close: child.close,
  };
}
