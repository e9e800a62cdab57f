/** What of a range is compared with the range before; durations in seconds, null where there are none. */
export interface ComparedFigures {
  readonly opened: number;
  readonly acknowledged: number;
  readonly resolved: number;
  readonly reopened: number;
  readonly escalated: number;
  readonly mtta: number | null;
  readonly mttaP50: number | null;
  readonly mttr: number | null;
  readonly mttrP50: number | null;
  readonly timeToRespond: number | null;
  readonly timeToRespondP50: number | null;
}

export type MetricsChange = Readonly<Record<keyof ComparedFigures, number | null>>;

/** How figures have changed, as a share of what they were: 0.25 is a quarter more. Null where one is missing or there was nothing before. */
export function metricsChange(now: ComparedFigures, before: ComparedFigures): MetricsChange {
  const change = (name: keyof ComparedFigures) => {
    const [was, is] = [before[name], now[name]];
    return was === null || was === 0 || is === null ? null : is / was - 1;
  };
  return {
    opened: change('opened'),
    acknowledged: change('acknowledged'),
    resolved: change('resolved'),
    reopened: change('reopened'),
    escalated: change('escalated'),
    mtta: change('mtta'),
    mttaP50: change('mttaP50'),
    mttr: change('mttr'),
    mttrP50: change('mttrP50'),
    timeToRespond: change('timeToRespond'),
    timeToRespondP50: change('timeToRespondP50'),
  };
}
