import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** One `primary` a view: what most people came to do. */
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'normal' | 'small';
  /** Switches the button off and says why, on hover and to screen readers. */
  readonly disabledReason?: string | undefined;
  readonly className?: string;
}

const variants = {
  primary: 'bg-accent text-on-accent border-transparent data-hovered:opacity-90 data-pressed:opacity-80',
  secondary: 'bg-surface text-text border-control data-hovered:bg-hover data-pressed:bg-hover',
  quiet: 'bg-transparent text-text border-transparent data-hovered:bg-hover data-pressed:bg-hover',
} as const;

const sizes = {
  normal: 'h-(--control-height) px-3 text-13',
  small: 'h-6 px-2 text-12',
} as const;

export function Button({
  children,
  variant = 'secondary',
  size = 'normal',
  disabledReason,
  isDisabled,
  className,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const button = (
    <AriaButton
      {...rest}
      isDisabled={isDisabled === true || disabledReason !== undefined}
      {...(disabledReason === undefined ? {} : { 'aria-describedby': reasonId })}
      className={clsx(
        'inline-flex min-w-6 cursor-default items-center justify-center gap-1.5 whitespace-nowrap rounded-md border',
        'font-semibold select-none data-disabled:cursor-not-allowed data-disabled:opacity-50',
        'data-pending:opacity-70 data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-focus',
        variants[variant],
        sizes[size],
        className,
      )}
    >
      {children}
    </AriaButton>
  );
  if (disabledReason === undefined) return button;
  return (
    <span title={disabledReason} className="inline-flex">
      {button}
      <span id={reasonId} className="sr-only">
        {disabledReason}
      </span>
    </span>
  );
}
