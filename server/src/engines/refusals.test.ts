import { describe, expect, test } from 'vitest';
import { acknowledge, addNote, resolve, unacknowledge } from './lifecycle.ts';
import type { LifecycleResult } from './lifecycleCommand.ts';
import { liftOverride, overrideSeverity } from './overrideSeverity.ts';
import { presets } from './policy.ts';
import { minute, openedIncident } from './testing/fixtures.ts';

const policy = presets['load-v2'];
const by = (note: string | null = null) => ({ now: minute(1), actor: 'Ada', note });
const opened = { ...openedIncident(), number: 12 };
const said = (result: LifecycleResult) => (result.ok ? result.events.map(({ message }) => message) : result.error);

describe('a person who is refused is told why', () => {
  const resolved = { ...opened, status: 'RESOLVED' as const };
  const merged = { ...resolved, mergedInto: opened.id };
  const low = { ...by('a test'), severity: 'LOW' as const };

  test.each([
    ['a resolved incident', resolved, 'Incident 12 is resolved already.'],
    ['a merged incident', merged, 'Incident 12 was merged into another incident.'],
  ])('%s keeps its severity', (_, incident, message) => {
    const error = { code: 'ALREADY_RESOLVED', message, field: ['input', 'id'] };
    expect(said(overrideSeverity(incident, low, policy))).toEqual(error);
    expect(said(liftOverride({ ...incident, overriddenSeverity: 'LOW' }, by(), policy))).toEqual(error);
  });

  test.each([null, '', ' \n'])('a note of %j is empty', (note) => {
    const message = 'The note is empty; expected 1 to 5,000 characters.';
    expect(said(addNote(opened, by(note), policy))).toEqual({ code: 'INVALID', message, field: ['input', 'note'] });
  });

  test('an override asks for its reason', () => {
    const message = 'The reason is empty; expected 1 to 5,000 characters.';
    const error = { code: 'INVALID', message, field: ['input', 'reason'] };
    expect(said(overrideSeverity(opened, { ...by(), severity: 'LOW' }, policy))).toEqual(error);
  });
});

test('what a person does is written down with who did it', () => {
  const acknowledged = acknowledge(opened, by(), policy);
  if (!acknowledged.ok) throw new Error(acknowledged.error.message);
  expect(said(acknowledged)).toEqual(['Acknowledged by Ada']);
  expect(said(unacknowledge(acknowledged.incident, by(), policy))).toEqual(['Acknowledgement taken back by Ada']);
  expect(said(addNote(opened, by('seen'), policy))).toEqual(['Note by Ada']);
  expect(resolve(opened, by())).toMatchObject({ incident: { resolvedBy: 'Ada', resolvedByRule: false } });
});

describe('an override', () => {
  const overridden = (severity: 'HIGH' | 'LOW', note: string, from = opened) => {
    const result = overrideSeverity(from, { ...by(note), severity }, policy);
    if (!result.ok) throw new Error(result.error.message);
    return result;
  };

  test('to what it is already moves and tells nothing, but is written down', () => {
    expect(overridden('HIGH', 'sure')).toMatchObject({ kind: 'UPDATED', intents: [], events: [{ note: 'sure' }] });
    expect(overridden('HIGH', 'sure').incident.nextEscalationAt).toEqual(opened.nextEscalationAt);
  });

  test('of the same severity for another reason has the new reason; for the same reason it is settled', () => {
    const first = overridden('LOW', 'a test').incident;
    expect(overridden('LOW', 'a rehearsal', first).incident.overrideReason).toBe('a rehearsal');
    expect(overridden('LOW', 'a test', first)).toMatchObject({ kind: null, events: [] });
  });

  test('that is lifted says by which rule', () => {
    const lifted = liftOverride(overridden('LOW', 'a test').incident, by(), policy);
    expect(lifted).toMatchObject({ ok: true, events: [{ ruleId: 'lifecycle.lift_override' }] });
  });
});
