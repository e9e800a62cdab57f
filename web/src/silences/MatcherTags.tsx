import { HostileText } from '../components/HostileText.tsx';

interface MatcherTagsProps {
  readonly matchers: readonly { readonly text: string }[];
}

/** Matchers as they are written, for reading. */
export function MatcherTags({ matchers }: MatcherTagsProps) {
  return (
    <ul aria-label="Matchers" className="flex min-w-0 flex-wrap gap-1">
      {matchers.map(({ text }) => (
        <li key={text} className="max-w-full rounded-[4px] border border-border bg-sunken px-1.5 font-mono text-12">
          <HostileText text={text} />
        </li>
      ))}
    </ul>
  );
}
