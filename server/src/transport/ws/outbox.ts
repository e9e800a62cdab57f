import type { WebSocket } from 'ws';
import { socketBounds } from '../bounds.ts';

/** Sends to one socket: holds its subscriptions back while it is busy, and gives it up when it is too slow. */
export interface Outbox {
  /** Resolves when more may be sent. */
  send(data: string): Promise<void>;
  close(): void;
}

export function openOutbox(socket: WebSocket, onTooSlow: () => void): Outbox {
  let slow = false;
  const waiting = new Set<NodeJS.Timeout>();

  function giveUp(): void {
    if (slow) return;
    slow = true;
    onTooSlow();
  }

  return {
    send: async (data) => {
      if (slow || socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > socketBounds.bufferedBytes) return giveUp();
      if (socket.bufferedAmount + data.length <= socketBounds.pauseBytes) {
        socket.send(data, ignoreError);
        return;
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(giveUp, socketBounds.drainMs);
        waiting.add(timer);
        socket.send(data, () => {
          clearTimeout(timer);
          waiting.delete(timer);
          resolve();
        });
      });
    },
    close: () => {
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
    },
  };
}

/** A socket that breaks while it is written to closes, and that is dealt with there. */
function ignoreError(): void {}
