import type { Incident } from '../domain/incident.ts';

/** The group of the systemic incident: one of it is open at any moment, and no signal's group is named so. */
export const systemicGroupKey = JSON.stringify(['systemic']);

/** Whether an incident stands for many others that became CRITICAL within a short time. */
export function isSystemic({ groupKey }: Partial<Pick<Incident, 'groupKey'>>): boolean {
  return groupKey === systemicGroupKey;
}
