import { Link } from '@tanstack/react-router';
import { places } from './places.ts';

/** All pages: a rail at the left, on a narrow screen a row that scrolls. */
export function Navigation() {
  return (
    <nav aria-label="Main" className="shell-nav">
      {places.map(({ to, label, Icon }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className="shell-place">
          <Icon size={18} aria-hidden="true" className="shrink-0" />
          <span>{label}</span>
        </Link>
      ))}
    </nav>
  );
}
