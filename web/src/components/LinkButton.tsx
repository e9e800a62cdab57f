import { Link, type LinkProps } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';

interface LinkButtonProps {
  readonly to: LinkProps['to'];
  readonly search?: Readonly<Record<string, string | undefined>>;
  readonly variant?: 'primary' | 'secondary';
  readonly size?: 'normal' | 'small';
  readonly children: ReactNode;
}

const variants = {
  primary: 'border-transparent bg-accent text-on-accent hover:opacity-90',
  secondary: 'border-control bg-surface text-text hover:bg-hover',
} as const;

const sizes = { normal: 'h-(--control-height) px-3 text-13', small: 'h-6 px-2 text-12' } as const;

/** What goes to another address of the board, and looks like a button. */
export function LinkButton({ to, search, variant = 'secondary', size = 'small', children }: LinkButtonProps) {
  return (
    <Link
      to={to}
      search={(search ?? {}) as never}
      className={clsx(
        'inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-semibold no-underline',
        variants[variant],
        sizes[size],
      )}
    >
      {children}
    </Link>
  );
}
