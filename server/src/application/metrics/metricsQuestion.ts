import type { Severity } from '../../domain/severity.ts';
import type { Label } from '../../domain/signal.ts';
import type { TimeBucket } from '../../engines/metrics/bucketStarts.ts';
import type { IncidentSelection, SeverityAttribution } from '../../persistence/incidentSelection.ts';
import { cleanLine } from '../cleanText.ts';
import { InvalidArgument } from '../invalidArgument.ts';
import { checkBucket, checkRange, fittingBucket, type TimeRange } from '../metricsRange.ts';

/** All given fields must match; see the SDL. */
export interface MetricsFilter {
  readonly severity?: readonly Severity[] | null;
  readonly service?: readonly string[] | null;
  readonly source?: readonly string[] | null;
  readonly responder?: readonly string[] | null;
  readonly label?: readonly Label[] | null;
  readonly historical?: boolean | null;
}

export interface MetricsQuestion {
  readonly range: TimeRange;
  readonly filter?: MetricsFilter | null;
  /** The width of the points; by default it follows the length of the range. */
  readonly bucket?: TimeBucket | null;
  readonly severityAttribution?: SeverityAttribution | null;
}

/** A question whose arguments are within their bounds. */
export interface CheckedQuestion {
  readonly timeZone: string;
  readonly bucket: TimeBucket;
  readonly selection: IncidentSelection & { readonly opened: { readonly from: Date; readonly to: Date } };
}

const most = { service: 100, source: 100, responder: 100, label: 20 };

/** Throws InvalidArgument when an argument is out of its bounds. */
export function checkQuestion({ range, filter, bucket, severityAttribution }: MetricsQuestion): CheckedQuestion {
  const timeZone = checkRange(range);
  if (bucket != null) checkBucket(range, bucket);
  return {
    timeZone,
    bucket: bucket ?? fittingBucket(range),
    selection: {
      opened: { from: range.from, to: range.to },
      severity: filter?.severity ?? null,
      service: names(filter, 'service'),
      source: names(filter, 'source'),
      responder: names(filter, 'responder'),
      label: labels(filter?.label ?? []),
      historical: filter?.historical ?? true,
      attribution: severityAttribution ?? 'AT_RESOLUTION',
      narrowed: [],
    },
  };
}

function names(filter: MetricsFilter | null | undefined, field: 'service' | 'source' | 'responder'): string[] | null {
  const values = filter?.[field] ?? null;
  if (values === null) return null;
  checkLength(field, values.length);
  return values.map(cleanLine);
}

function labels(given: readonly Label[]): Label[] {
  checkLength('label', given.length);
  return given.map(({ name, value }) => ({ name: cleanLine(name), value: cleanLine(value) }));
}

function checkLength(field: keyof typeof most, length: number): void {
  if (length <= most[field]) return;
  const message = `${field} has ${length} values, at most ${most[field]} are allowed`;
  throw new InvalidArgument(['filter', field], message);
}

/** How many groups there may be in an answer. */
export const mostGroups = 500;

/** Throws InvalidArgument unless `first` is from 1 to `bound`. */
export function checkFirst(first: number, bound: number): void {
  if (first >= 1 && first <= bound) return;
  throw new InvalidArgument(['first'], `first is ${first}, from 1 to ${bound} is allowed`);
}
