import type { TransactionSql } from 'postgres';

/** What happened in a minute, for one service. */
export interface Tally {
  readonly minute: Date;
  readonly service: string;
  readonly signals: number;
  readonly alerts: number;
  readonly incidents: number;
  readonly notifications: number;
  /** Of the signals, those that were held back. */
  readonly suppressed: number;
}

/** Adds to the counts, in the order of their keys, which every writer keeps. */
export async function addTallies(tx: TransactionSql, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return;
  await tx`
    insert into tally (minute, service, signals, alerts, incidents, notifications, suppressed)
    select minute::timestamptz, service, signals, alerts, incidents, notifications, suppressed
    from unnest(
      ${tallies.map((tally) => tally.minute.toISOString())}::text[],
      ${tallies.map((tally) => tally.service)}::text[],
      ${tallies.map((tally) => tally.signals)}::int[],
      ${tallies.map((tally) => tally.alerts)}::int[],
      ${tallies.map((tally) => tally.incidents)}::int[],
      ${tallies.map((tally) => tally.notifications)}::int[],
      ${tallies.map((tally) => tally.suppressed)}::int[]
    ) as new(minute, service, signals, alerts, incidents, notifications, suppressed)
    order by minute, service
    on conflict (minute, service) do update set
      signals = tally.signals + excluded.signals, alerts = tally.alerts + excluded.alerts,
      incidents = tally.incidents + excluded.incidents, notifications = tally.notifications + excluded.notifications,
      suppressed = tally.suppressed + excluded.suppressed`;
}

export function minuteOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 60_000) * 60_000);
}
