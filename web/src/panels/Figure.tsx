import type { ReactNode } from 'react';

interface FigureProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A small figure with its name, in a `dl`. */
export function Figure({ name, children }: FigureProps) {
  return (
    <div className="flex items-baseline justify-between gap-2 text-12">
      <dt className="truncate text-muted">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}
