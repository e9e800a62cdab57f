/** The name with its mark: an open eye. */
export function Logo() {
  return (
    <span className="flex h-11 items-center gap-2 text-16 font-semibold">
      <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--accent)" />
        <path
          d="M4.5 16C7.5 11 11.5 8.5 16 8.5S24.5 11 27.5 16C24.5 21 20.5 23.5 16 23.5S7.5 21 4.5 16z"
          fill="none"
          stroke="var(--on-accent)"
          strokeWidth="2.2"
          strokeLinejoin="round"
        />
        <circle cx="16" cy="16" r="4" fill="var(--on-accent)" />
      </svg>
      Vigil
    </span>
  );
}
