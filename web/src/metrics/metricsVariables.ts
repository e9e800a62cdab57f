import type {
  LabelInput,
  MetricsFilter,
  SeverityAttribution,
  TimeBucket,
  TimeRangeInput,
} from '../__generated__/operations.ts';
import { type Bounds, bucketNameOf } from './metricsRange.ts';
import { bucketOf, type MetricsSearch, severitiesOf, withoutAbsent } from './metricsSearch.ts';
import { splitTexts } from './textList.ts';

export interface MetricsVariables {
  readonly range: TimeRangeInput;
  readonly filter: MetricsFilter;
  readonly severityAttribution: SeverityAttribution;
  readonly bucket: TimeBucket;
}

export function metricsVariables(search: MetricsSearch, timeZone: string, bounds: Bounds): MetricsVariables {
  return {
    range: rangeInput(bounds, timeZone),
    filter: filterInput(search),
    severityAttribution: search.attribution === 'highest' ? 'HIGHEST' : 'AT_RESOLUTION',
    bucket: bucketOf[bucketNameOf(search, bounds)],
  };
}

export function rangeInput({ fromMs, toMs }: Bounds, timeZone: string): TimeRangeInput {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString(), timeZone };
}

function filterInput(search: MetricsSearch): MetricsFilter {
  const list = (texts: string | undefined) => {
    const values = splitTexts(texts ?? '');
    return values.length === 0 ? undefined : [...values];
  };
  const severity = severitiesOf(search);
  const labels = labelsOf(search);
  return withoutAbsent<MetricsFilter>({
    severity: severity.length === 0 ? undefined : [...severity],
    service: list(search.service),
    source: list(search.source),
    responder: list(search.responder),
    label: labels.length === 0 ? undefined : [...labels],
    historical: undefined,
  });
}

/** `name=value` each; without a name it is none. */
function labelsOf({ label }: MetricsSearch): readonly LabelInput[] {
  return splitTexts(label ?? '').flatMap((text) => {
    const place = text.indexOf('=');
    return place > 0 ? [{ name: text.slice(0, place), value: text.slice(place + 1) }] : [];
  });
}
