import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

/** To be spread on the input. */
interface InputAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FormFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What the server, or the form itself, says is wrong with it. */
  readonly problem?: string | undefined;
  readonly children: (attributes: InputAttributes) => ReactNode;
  readonly className?: string;
}

/** A label above its input, and below it what to write there and what is wrong with it. */
export function FormField({ label, hint, problem, children, className }: FormFieldProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean);
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1 text-13', className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-12 text-muted">
          {hint}
        </p>
      )}
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}

/** What is wrong with a field. */
export function FieldProblem({ id, problem }: { readonly id?: string; readonly problem: string | undefined }) {
  if (problem === undefined) return null;
  return (
    <p id={id} role="alert" className="field-problem">
      {problem}
    </p>
  );
}
