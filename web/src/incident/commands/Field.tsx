import type { ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** The input. */
  readonly children: ReactNode;
}

/** A label above its input. */
export function Field({ label, hint, children }: FieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="flex flex-col gap-1 text-13">
      <span className="font-semibold">{label}</span>
      {children}
      {hint !== undefined && <span className="text-12 text-muted">{hint}</span>}
    </label>
  );
}
