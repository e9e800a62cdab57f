import { clsx } from 'clsx';

interface TierMarkProps {
  /** 1 to 4. */
  readonly tier: number;
}

/** How much a service matters, by number and by how many of four bars are full. Neutral: hue belongs to severity. */
export function TierMark({ tier }: TierMarkProps) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden="true" className="inline-flex items-end gap-0.5">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={clsx('w-1 rounded-[1px]', bar <= 5 - tier ? 'bg-text' : 'bg-border')}
            style={{ height: `${4 + bar * 2}px` }}
          />
        ))}
      </span>
      Tier {tier}
    </span>
  );
}
