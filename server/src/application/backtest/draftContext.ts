import type { Policy } from '../../engines/policy.ts';
import { AffectedServices } from '../affectedServices.ts';
import type { App } from '../app.ts';
import { nothingSuppresses, type SuppressionState } from '../readSuppression.ts';
import type { DecisionContext, Loaded } from '../workingSet.ts';

/** What the engines know beside the signals when a draft decides: what they know today. */
export async function draftContext(app: App, policy: Policy): Promise<DecisionContext> {
  const { sql } = app.database;
  const knowledge = await app.knowledge.current(sql, await app.knowledge.versions(sql), policy);
  return { ...knowledge, policy, policyVersion: 0, newId: app.newId };
}

/** As if nothing had ever happened, but with these silences and maintenance windows. */
export function blankState(suppression: SuppressionState = nothingSuppresses): Loaded {
  return { incidents: [], alerts: [], baselines: new Map(), affected: new AffectedServices(), suppression };
}
