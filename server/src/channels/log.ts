import type { Channel } from './channel.ts';

/** Writes the notification to the server's log. */
export const logChannel: Channel<'log'> = {
  send: async (_target, { target, severity, reason, incident, more }, { log }) => {
    log.info({ target, severity, reason, incident, more }, 'Notification');
    return { delivered: true, detail: 'written to the log' };
  },
};
