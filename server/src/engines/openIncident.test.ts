import { describe, expect, test } from 'vitest';
import { minute, newSignal, openedIncident, policyWith } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const policy = policyWith({ grouping: { by: 'service', stayResolvedMinutes: 0, clockSkewSeconds: 60 } });

describe('an incident of its own', () => {
  test('says why it joined nothing where that had to be judged, and what opened it', () => {
    const opened = (by = policy) => new Rehearsal(by).signal(newSignal(), minute(0)).events;
    expect(opened()).toMatchObject([{ note: null, message: 'Opened as HIGH: reported HIGH' }]);
    expect(opened(policyWith({}))).toMatchObject([
      { note: 'An incident of its own: nothing that is open fires together with it.' },
    ]);
  });

  test('is critical from its beginning, or not yet', () => {
    expect(openedIncident({ reportedSeverity: 'CRITICAL' }).criticalAt).toEqual(minute(0));
    expect(openedIncident().criticalAt).toBeNull();
  });
});
