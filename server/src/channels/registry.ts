import type { Channel, ChannelContext, ChannelName, Delivery, Notification, TargetOf } from './channel.ts';
import { logChannel } from './log.ts';
import { webhookChannel } from './webhook.ts';

/** To add a channel: its target in the policy's schema, its file here beside the others, its line. */
const channels: { readonly [Name in ChannelName]: Channel<Name> } = {
  log: logChannel,
  webhook: webhookChannel,
};

/** Sends through the channel that the target names. */
export function deliver<Name extends ChannelName>(
  target: TargetOf<Name> & { readonly channel: Name },
  notification: Notification,
  context: ChannelContext,
): Promise<Delivery> {
  return channels[target.channel].send(target, notification, context);
}
