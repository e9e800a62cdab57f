/** How a maintenance window comes again; `RULE` is a rule that is typed. */
export const repetitions = ['ONCE', 'DAILY', 'WEEKLY', 'MONTHLY', 'RULE'] as const;
export type Repetition = (typeof repetitions)[number];

export const repetitionWords = {
  ONCE: 'Once',
  DAILY: 'Every day',
  WEEKLY: 'Every week',
  MONTHLY: 'Every month',
  RULE: 'By a rule…',
} as const satisfies Record<Repetition, string>;

/** As RFC 5545 names them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayWords = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
} as const satisfies Record<Weekday, string>;

export interface Recurrence {
  readonly repetition: Repetition;
  /** For every week; the day of the first opening when it is empty. */
  readonly days: readonly Weekday[];
  /** For `RULE`. */
  readonly rule: string;
}

/** The rule of RFC 5545; null when it opens once. */
export function ruleOf({ repetition, days, rule }: Recurrence): string | null {
  switch (repetition) {
    case 'ONCE':
      return null;
    case 'DAILY':
      return 'FREQ=DAILY';
    case 'WEEKLY':
      return days.length === 0 ? 'FREQ=WEEKLY' : `FREQ=WEEKLY;BYDAY=${days.join(',')}`;
    case 'MONTHLY':
      return 'FREQ=MONTHLY';
    case 'RULE':
      return rule.trim();
  }
}

/** A rule in words where it is one of the simple ones, else as it is. */
export function ruleInWords(rule: string): string {
  if (rule === 'FREQ=DAILY') return 'Every day';
  if (rule === 'FREQ=MONTHLY') return 'Every month';
  if (rule === 'FREQ=WEEKLY') return 'Every week';
  const [, list] = /^FREQ=WEEKLY;BYDAY=((?:[A-Z]{2},?)+)$/.exec(rule) ?? [];
  if (list === undefined) return rule;
  const named = weekdays.filter((day) => list.split(',').includes(day));
  return named.length === 0 ? rule : `Every ${named.map((day) => weekdayWords[day]).join(', ')}`;
}
