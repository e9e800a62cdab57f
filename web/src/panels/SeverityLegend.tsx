import { SeverityIcon } from '../components/SeverityIcon.tsx';
import { severities, severityWord } from '../components/severity.ts';

/** Shapes and words, so that the colours of a chart can be told apart by everybody. */
export function SeverityLegend() {
  return (
    <span aria-hidden="true" className="inline-flex flex-wrap items-center gap-x-3">
      {severities.map((severity) => (
        <span key={severity} className="inline-flex items-center gap-1">
          <SeverityIcon severity={severity} size={9} />
          {severityWord[severity]}
        </span>
      ))}
    </span>
  );
}
