import type { Severity } from '../__generated__/operations.ts';
import { SeverityIcon } from '../components/SeverityIcon.tsx';
import { severityWord } from '../components/severity.ts';
import { useLive } from '../live/LiveContext.tsx';

export function WallCount({ severity }: { readonly severity: Severity }) {
  const count = useLive(({ system }) => system?.openBySeverity.find((each) => each.severity === severity)?.count ?? 0);
  return (
    <li className="wall-count" data-empty={count === 0}>
      <SeverityIcon severity={severity} size={28} coloured={count > 0} className="wall-icon" />
      <b>{count}</b> {severityWord[severity]}
    </li>
  );
}
