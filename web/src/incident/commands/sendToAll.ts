import { toast } from 'sonner';
import { inParallel } from '../../actions/inParallel.ts';
import type { CommandProps } from './CommandProps.ts';

/**
 * Sends a command for each incident. Answers the refusal when nothing was done, so that the dialog stays; of many it tells in
 * one notice what became of them.
 */
export async function sendToAll(
  targets: CommandProps['targets'],
  verb: string,
  send: (id: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const refusals = await inParallel(targets, ({ id }) => send(id));
  const reasons = targets.flatMap(({ number }, at) =>
    refusals[at] === undefined ? [] : [`#${number}: ${refusals[at]}`],
  );
  if (targets.length === 1) return refusals[0];
  const done = targets.length - reasons.length;
  if (done === 0) return reasons[0];
  const words = `${done} ${done === 1 ? 'incident' : 'incidents'} ${verb}`;
  if (reasons.length === 0) toast(words);
  else toast.error(`${words}, ${reasons.length} refused`, { description: reasons.slice(0, 3).join(' · ') });
  return undefined;
}
