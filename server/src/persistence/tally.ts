import { aboutRows, moments, plain, rowColumns, texts } from './rowColumns.ts';
import type { Statement } from './statement.ts';

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

const tallyColumns = rowColumns<Tally>({
  minute: moments(({ minute }) => minute),
  service: texts(({ service }) => service),
  signals: plain('int', ({ signals }) => signals),
  alerts: plain('int', ({ alerts }) => alerts),
  incidents: plain('int', ({ incidents }) => incidents),
  notifications: plain('int', ({ notifications }) => notifications),
  suppressed: plain('int', ({ suppressed }) => suppressed),
});
const addStatement = `
  insert into tally (${tallyColumns.nameList}) select ${tallyColumns.nameList} from ${tallyColumns.source}
  order by minute, service
  on conflict (minute, service) do update set
    signals = tally.signals + excluded.signals, alerts = tally.alerts + excluded.alerts,
    incidents = tally.incidents + excluded.incidents, notifications = tally.notifications + excluded.notifications,
    suppressed = tally.suppressed + excluded.suppressed`;

/** Adds to the counts, in the order of their keys, which every writer keeps. */
export function addTallies(tallies: readonly Tally[]): Statement[] {
  return aboutRows(addStatement, tallyColumns, tallies);
}

export function minuteOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 60_000) * 60_000);
}
