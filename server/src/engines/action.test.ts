import { expect, test } from 'vitest';
import type { Intent } from '../domain/intent.ts';
import type { Severity } from '../domain/severity.ts';
import { actionFor, intentsOf } from './action.ts';
import { type Policy, parsePolicy, presets } from './policy.ts';
import { minute, openedIncident, policyWith } from './testing/fixtures.ts';

const opened = openedIncident();
const automated = policyWith({
  targets: { log: { channel: 'log' }, runbook: { channel: 'webhook', url: 'https://runbook.example/' } },
  responses: {
    LOW: { resolve: true },
    MEDIUM: { webhooks: ['runbook', 'runbook'] },
    CRITICAL: { webhooks: ['runbook'], escalate: 'atOnce' },
  },
});

/** As a word each: what it is, whom it is for, and when. */
function words(severity: Severity, policy: Policy): string[] {
  return intentsOf({ ...opened, severity }, policy, 'why').map(word);
}

function word(intent: Intent): string {
  switch (intent.kind) {
    case 'log':
    case 'watch':
    case 'resolve':
      return intent.kind;
    case 'notify':
    case 'webhook':
      return `${intent.kind} ${intent.target}`;
    case 'escalate':
      return `${intent.kind} ${intent.when}`;
  }
}

test.each<[Severity, string[], string[]]>([
  ['LOW', ['log'], ['log', 'resolve']],
  ['MEDIUM', ['log', 'watch'], ['log', 'watch', 'webhook runbook']],
  ['HIGH', ['notify log', 'escalate bySteps'], ['notify log', 'escalate bySteps']],
  ['CRITICAL', ['notify log', 'escalate bySteps'], ['notify log', 'webhook runbook', 'escalate atOnce']],
])('what follows for %s: %j by default, %j as a policy has it', (severity, byDefault, automatically) => {
  expect(words(severity, presets['load-v2'])).toEqual(byDefault);
  expect(words(severity, presets['seed-v1'])).toEqual(byDefault);
  expect(words(severity, automated)).toEqual(automatically);
});

test('an intent names its incident, the severity that it follows from and why', () => {
  expect(intentsOf({ ...opened, severity: 'MEDIUM' }, automated, 'why')).toContainEqual({
    kind: 'webhook',
    incidentId: opened.id,
    target: 'runbook',
    severity: 'MEDIUM',
    reason: 'why',
  });
});

test('who is to be told by nobody is logged', () => {
  const untold = policyWith({ notify: { targets: [] } });
  expect(words('HIGH', untold)).toEqual(['log', 'escalate bySteps']);
});

test('nothing follows for what is historical or snoozed', () => {
  for (const policy of [presets['load-v2'], automated]) {
    expect(intentsOf({ ...opened, historical: true, severity: 'CRITICAL' }, policy, 'why')).toEqual([]);
    expect(intentsOf({ ...opened, snoozedUntil: minute(9), severity: 'CRITICAL' }, policy, 'why')).toEqual([]);
  }
});

test.each([
  [{ HIGH: { webhooks: ['pager'] } }, ['responses', 'HIGH', 'webhooks', '0'], 'expected one of the targets (log)'],
  [{ HIGH: { webhooks: ['log'] } }, ['responses', 'HIGH', 'webhooks', '0'], 'expected a webhook target'],
  [{ LOW: { escalate: 'atOnce' } }, ['responses', 'LOW', 'escalate'], 'expected bySteps'],
  [{ HIGH: { resolve: true } }, ['responses', 'HIGH', 'resolve'], 'expected false'],
  [{ HIGH: { page: true } }, ['responses', 'HIGH'], 'Unrecognized key'],
])('responses that contradict the policy are refused: %j', (responses, path, message) => {
  const parsed = parsePolicy({ responses });
  const faults = parsed.ok ? [] : parsed.errors;
  expect(faults).toEqual([{ path, message: expect.stringContaining(message) }]);
});

test('what to do follows from the decision, unless a person gave the severity', () => {
  const by = policyWith({ actions: { HIGH: 'Look now', LOW: 'Look one day' } });
  const incident = openedIncident({}, by);
  expect(actionFor(incident, by)).toBe('Look now');
  expect(actionFor({ ...incident, severity: 'LOW', overriddenSeverity: 'LOW' }, by)).toBe('Look one day');
});
