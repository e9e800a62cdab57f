import { browserTimeZone } from '../forms/wallTime.ts';
import { useMetricsPage } from './MetricsContext.tsx';
import { bucketsFor } from './metricsRange.ts';
import { bucketNames } from './metricsSearch.ts';

/** How the figures are cut and counted: width of the points, time zone, and which severity an incident counts for. */
export function ViewControls() {
  const { search, show, bounds, bucket, timeZone } = useMetricsPage();
  const own = browserTimeZone();
  const zones = [...new Set([own, 'UTC', timeZone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <>
      <select
        aria-label="Points"
        className="field"
        value={bucket}
        onChange={({ target }) => show({ per: bucketNames.find((each) => each === target.value) })}
      >
        {bucketsFor(bounds).map((name) => (
          <option key={name} value={name}>
            by {name}
          </option>
        ))}
      </select>
      <select
        aria-label="Time zone"
        className="field w-40 min-w-0"
        value={timeZone}
        onChange={({ target }) => show({ tz: target.value === own ? undefined : target.value })}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </select>
      <select
        aria-label="Which severity counts"
        title="Which severity an incident counts for whose severity changed on the way"
        className="field"
        value={search.attribution ?? 'resolution'}
        onChange={({ target }) => show({ attribution: target.value === 'highest' ? 'highest' : undefined })}
      >
        <option value="resolution">severity at the end</option>
        <option value="highest">highest severity</option>
      </select>
    </>
  );
}
