import type { LabelledAlert } from './labelledAlerts.ts';

/** The same alerts once more, some time later and from other services: as if two systems of the kind were watched at once. */
export function overlaid(alerts: readonly LabelledAlert[], shiftMs: number): LabelledAlert[] {
  const names = new Map<string, string>();
  for (const { service } of alerts) if (!names.has(service)) names.set(service, `second-${names.size + 1}`);
  const second = alerts.map(
    (alert): LabelledAlert => ({
      ...alert,
      atMs: alert.atMs + shiftMs,
      service: names.get(alert.service) ?? alert.service,
      label: alert.label === null ? null : `second ${alert.label}`,
    }),
  );
  return [...alerts, ...second].sort((one, other) => one.atMs - other.atMs);
}
