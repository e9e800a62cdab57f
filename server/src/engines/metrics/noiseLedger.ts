export interface NoiseTotals {
  readonly signals: number;
  /** Of these, those that were held back. */
  readonly suppressed: number;
  readonly alerts: number;
  readonly incidents: number;
  readonly notifications: number;
}

export interface NoiseLedger extends NoiseTotals {
  /** Null without alerts. */
  readonly signalsPerAlert: number | null;
  /** Null without incidents, as the two below. */
  readonly alertsPerIncident: number | null;
  readonly notificationsPerIncident: number | null;
  readonly signalsPerIncident: number | null;
  /** The share of signals that opened no incident, 0 to 1; null without signals. */
  readonly noiseRatio: number | null;
}

/** How much noise became how few incidents, for what was received in the same time. */
export function noiseLedger(totals: NoiseTotals): NoiseLedger {
  const { signals, alerts, incidents, notifications } = totals;
  return {
    ...totals,
    signalsPerAlert: ratio(signals, alerts),
    alertsPerIncident: ratio(alerts, incidents),
    notificationsPerIncident: ratio(notifications, incidents),
    signalsPerIncident: ratio(signals, incidents),
    noiseRatio: signals === 0 ? null : Math.max(0, 1 - incidents / signals),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
