import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedFields } from '../domain/history.ts';
import type { NewTimelineEvent } from '../domain/timeline.ts';
import { countedOf, foldTimeline, lifecycleOf, withPatches } from './foldTimeline.ts';
import { presets } from './policy.ts';
import { incidentOf, minute, newSignal, policyWith } from './testing/fixtures.ts';
import { play } from './testing/play.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const policies = [
  presets['load-v2'],
  presets['seed-v1'],
  policyWith({
    lifecycle: { acknowledgeTimeoutMinutes: 20, unacknowledgeOnRaise: true },
    grouping: { stayResolvedMinutes: 3 },
    risk: { escalateAt: 0.3 },
  }),
];

const wait = fc.oneof(fc.nat(5), fc.nat(60), fc.nat(400));
const steps = fc.array(fc.tuple(fc.nat(99), wait, fc.nat(300), fc.nat(4), fc.nat(4)), { maxLength: 60, size: 'max' });

/** As the database keeps and gives back what an event changed. */
const throughJson = (events: readonly NewTimelineEvent[]) => JSON.parse(JSON.stringify(events)) as typeof events;

describe('the timeline', () => {
  test('folds to the incident, whatever happened in whatever order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), steps, (policy, given) => {
        const rehearsal = new Rehearsal(policy);
        play(rehearsal, policy, given);
        for (const incident of rehearsal.incidents.values()) {
          const own = rehearsal.events.filter(({ incidentId }) => incidentId === incident.id);
          const folded = foldTimeline(own);
          expect(own[0]?.kind).toBe('OPENED');
          for (const field of foldedFields) expect([field, folded?.[field]]).toEqual([field, incident[field]]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('gives the state at any earlier moment', () => {
    const rehearsal = new Rehearsal(presets['load-v2']);
    const seen = new Map<string, unknown>();
    const stories = fc.sample(steps, { numRuns: 20, seed: 7 });
    play(rehearsal, presets['load-v2'], stories.flat(), (_before, after) => {
      seen.set(
        `${after.id} ${rehearsal.events.filter((event) => event.incidentId === after.id).length}`,
        lifecycleOf(after),
      );
    });
    expect(seen.size).toBeGreaterThan(50);
    for (const [key, state] of seen) {
      const [id, count] = key.split(' ');
      const events = rehearsal.events.filter(({ incidentId }) => incidentId === id).slice(0, Number(count));
      expect(foldTimeline(events)).toMatchObject(state as object);
    }
  });

  test('says the counters as they stood at its last event', () => {
    const rehearsal = new Rehearsal(presets['load-v2']);
    const opened = incidentOf(rehearsal.signal(newSignal(), minute(0)));
    rehearsal.signal(newSignal(), minute(1));
    expect(foldTimeline(rehearsal.events)).toEqual({ ...lifecycleOf(opened), ...countedOf(opened) });
  });

  test('without its beginning tells nothing', () => {
    const rehearsal = new Rehearsal(presets['load-v2']);
    rehearsal.signal(newSignal(), minute(0));
    expect(foldTimeline([])).toBeNull();
    expect(foldTimeline([{}, ...rehearsal.events.slice(1)])).toBeNull();
    expect(foldTimeline(throughJson(rehearsal.events))).not.toBeNull();
  });
});

describe('what a step leaves on the timeline', () => {
  const opened = new Rehearsal(presets['load-v2']).signal(newSignal(), minute(0));
  const incident = incidentOf(opened);
  const event = { ...opened.events[0], incidentId: incident.id } as NewTimelineEvent;
  const step = (changed: object) => ({
    ...{ escalations: [], intents: [], events: [event, { ...event, note: 'last' }] },
    changed: [{ incident: { ...incident, ...changed }, kind: 'UPDATED' as const }],
  });

  test('is what is different, in the last event of the incident, and what is counted', () => {
    const [first, last] = withPatches(step({ assignee: 'Ada', openedAt: new Date(incident.openedAt) }), () => incident);
    expect(first).toEqual(event);
    expect(last?.patch).toEqual({ ...countedOf(incident), assignee: 'Ada' });
  });

  test('is a moment where it differs', () => {
    const [, last] = withPatches(step({ snoozedUntil: minute(9) }), () => ({ ...incident, snoozedUntil: minute(8) }));
    expect(last?.patch).toEqual({ ...countedOf(incident), snoozedUntil: minute(9) });
  });

  test('is everything of a new incident', () => {
    const [, last] = withPatches(step({}), () => undefined);
    expect(last?.patch).toEqual({ ...lifecycleOf(incident), ...countedOf(incident) });
  });

  test('folds to nothing while something is missing', () => {
    expect(foldTimeline([])).toBeNull();
    expect(foldTimeline([{ ...event, patch: { status: 'OPEN' } }])).toBeNull();
  });
});
