import { formatPercent } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { useLearnedGroups } from './useLearnedGroups.ts';

interface LearnedCompanionsProps {
  readonly service: string;
}

const most = 8;

/** The services that were learned to fire together with one. */
export function LearnedCompanions({ service }: LearnedCompanionsProps) {
  const { groups } = useLearnedGroups();
  const group = groups?.find(({ services }) => services.includes(service));
  const pairs = group?.pairs.filter((pair) => pair.service === service || pair.other === service) ?? [];
  return (
    <div>
      <h3 className="text-12 font-semibold text-muted">Fires together with, as was learned</h3>
      {pairs.length === 0 ? (
        <p className="text-muted">{groups === undefined ? 'Looking…' : 'No other service so far.'}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-3 gap-y-1">
          {pairs.slice(0, most).map((pair) => (
            <li key={`${pair.service} ${pair.other}`}>
              <HostileText text={pair.service === service ? pair.other : pair.service} />{' '}
              <span className="text-muted">{formatPercent(pair.share)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
