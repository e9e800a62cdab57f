/** The figures that have incidents behind them. */
export const behindFigures = [
  'opened',
  'acknowledged',
  'resolved',
  'reopened',
  'escalated',
  'openNow',
  'mtta',
  'mttr',
  'mttrByPeople',
  'mttrAutomatic',
  'timeToRespond',
  'met',
  'missed',
  'inTime',
] as const;
export type BehindFigure = (typeof behindFigures)[number];

export const durationFigures = [
  'mtta',
  'mttr',
  'mttrByPeople',
  'mttrAutomatic',
  'timeToRespond',
] as const satisfies readonly BehindFigure[];
export type DurationFigure = (typeof durationFigures)[number];

export const behindStatuses = ['recorded', 'pending', 'notApplicable'] as const;
export type BehindStatus = (typeof behindStatuses)[number];

export const behindKinds = ['service', 'severity', 'source', 'responder', 'label'] as const;

/** Those of the service level: acknowledged in time, late or overdue, and not yet but still in time. */
const levelFigures = ['met', 'missed', 'inTime'] as const satisfies readonly BehindFigure[];
export type LevelFigure = (typeof levelFigures)[number];

export function isLevelFigure(figure: BehindFigure): figure is LevelFigure {
  return levelFigures.some((each) => each === figure);
}

/** Which part of the range's incidents a figure is about. */
export interface BehindPart {
  readonly kind: (typeof behindKinds)[number];
  /** Null: those that have none. */
  readonly value: string | null;
}

/** The list of incidents that is open, as it stands in the URL. */
export interface BehindSearch {
  /** A figure, for example `opened`, `mtta` or `mtta.pending`. No list is open when it is left out. */
  readonly behind?: string;
  /** Of a point: its start and end as `2026-11-01T00:00:00.000Z~2026-11-02T00:00:00.000Z`. */
  readonly at?: string;
  /** Of a group: `service:checkout`; without a colon those that have none. */
  readonly of?: string;
  /** Of an hour of the week: `1-13` is Monday from 13:00. */
  readonly hour?: string;
  /** Of a service level: the minutes to acknowledge in. */
  readonly within?: string;
}

/** Takes a list out of a URL. */
export const noBehind = {
  behind: undefined,
  at: undefined,
  of: undefined,
  hour: undefined,
  within: undefined,
} as const;

/** What a list shows. */
export interface Behind {
  readonly figure: BehindFigure;
  /** Of a duration. */
  readonly status: BehindStatus;
  /** RFC 3339. */
  readonly point?: { readonly from: string; readonly to: string };
  readonly part?: BehindPart;
  /** The weekday from 1, Monday. */
  readonly hour?: { readonly weekday: number; readonly hour: number };
  /** Of a service level. */
  readonly withinMinutes?: number;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

export function parseBehindSearch(raw: Readonly<Record<string, unknown>>): BehindSearch {
  const behind = readBehind({
    behind: String(raw.behind ?? ''),
    at: String(raw.at ?? ''),
    of: String(raw.of ?? ''),
    hour: String(raw.hour ?? ''),
    within: String(raw.within ?? ''),
  });
  return behind === null ? {} : writeBehind(behind);
}

/** The list that a URL names; null when it names none. */
export function readBehind({ behind = '', at = '', of = '', hour = '', within = '' }: BehindSearch): Behind | null {
  const [name, statusName] = behind.split('.');
  const figure = behindFigures.find((each) => each === name);
  const withinMinutes = /^\d+(\.\d+)?$/.test(within) ? Number(within) : undefined;
  if (figure === undefined || (isLevelFigure(figure) && withinMinutes === undefined)) return null;
  const isDuration = durationFigures.some((each) => each === figure);
  const status = (isDuration && behindStatuses.find((each) => each === statusName)) || 'recorded';
  const [from = '', to = ''] = at.split('~');
  const part = readPart(of);
  const [weekday = 0, hourOfDay = -1] = hour.split('-').map(Number);
  return {
    figure,
    status,
    ...(isInstant(from) && isInstant(to) ? { point: { from, to } } : {}),
    ...(part === null ? {} : { part }),
    ...(isWithin(weekday, 1, 7) && isWithin(hourOfDay, 0, 23) ? { hour: { weekday, hour: hourOfDay } } : {}),
    ...(withinMinutes === undefined || !isLevelFigure(figure) ? {} : { withinMinutes }),
  };
}

export function writeBehind({ figure, status, point, part, hour, withinMinutes }: Behind): BehindSearch {
  return {
    behind: status === 'recorded' ? figure : `${figure}.${status}`,
    ...(point === undefined ? {} : { at: `${point.from}~${point.to}` }),
    ...(part === undefined ? {} : { of: part.value === null ? part.kind : `${part.kind}:${part.value}` }),
    ...(hour === undefined ? {} : { hour: `${hour.weekday}-${hour.hour}` }),
    ...(withinMinutes === undefined ? {} : { within: String(withinMinutes) }),
  };
}

function readPart(of: string): BehindPart | null {
  const colon = of.indexOf(':');
  const kind = behindKinds.find((each) => each === (colon < 0 ? of : of.slice(0, colon)));
  return kind === undefined ? null : { kind, value: colon < 0 ? null : of.slice(colon + 1) };
}

/** A month 13 has the shape of one, but is no time that can be shown. */
function isInstant(text: string): boolean {
  return instant.test(text) && Number.isFinite(Date.parse(text));
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
