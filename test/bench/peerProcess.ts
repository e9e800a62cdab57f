import { forkScript } from './forkScript.ts';

export type PeerKind = 'graphqlWs' | 'mercurius' | 'ws';
export interface ToPeer {
  /** Publish so many changes. */
  readonly count: number;
}
export interface FromPeer {
  readonly url: string;
}

/** A peer in a process of its own. */
export interface Peer {
  readonly url: string;
  publish(count: number): void;
  close(): Promise<void>;
}

export async function startPeer(kind: PeerKind): Promise<Peer> {
  const child = forkScript<ToPeer, FromPeer>('socketPeer.ts', kind);
  const url = await child.find((message) => message.url);
  return { url, publish: (count) => child.send({ count }), close: child.close };
}
