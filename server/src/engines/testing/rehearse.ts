import type { NewSignal } from '../../domain/signal.ts';
import { type Policy, presets } from '../policy.ts';
import type { Verdict } from '../verdict.ts';
import { minute, newSignal } from './fixtures.ts';
import { Rehearsal } from './rehearsal.ts';

/** Signals by the minutes after noon at which they are received, oldest first. */
export type Story = readonly (readonly [number, Partial<NewSignal>])[];

export function rehearse(story: Story, policy: Policy = presets['load-v2']) {
  const rehearsal = new Rehearsal(policy);
  const verdicts = story.map(([at, changes]) => rehearsal.signal(newSignal(changes), minute(at)));
  const outcomes = verdicts.map(({ outcome }) => outcome);
  return { rehearsal, verdicts, outcomes, events: rehearsal.events.map(({ kind }) => kind) };
}

/** The verdict on the last signal of a story. */
export function lastOf(story: Story, policy?: Policy): Verdict {
  const verdict = rehearse(story, policy).verdicts.at(-1);
  if (verdict === undefined) throw new Error('The story has no signals');
  return verdict;
}
