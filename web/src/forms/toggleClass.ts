/** A button that is one of several choices. */
export const toggleClass =
  'inline-flex h-(--control-height) cursor-default items-center gap-1.5 rounded-md border border-border bg-surface px-2.5 text-13 data-hovered:bg-hover data-selected:border-text data-selected:bg-hover data-selected:font-semibold data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-focus';
