import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { parseBoardSearch } from './board/boardSearch.ts';
import { parseIncidentsSearch } from './incidents/incidentsSearch.ts';
import { parseIntegrationsSearch } from './integrations/integrationsSearch.ts';
import { AppShell } from './layout/AppShell.tsx';
import { parseSearch, stringifySearch } from './layout/searchParams.ts';
import { parseTheme } from './layout/theme.ts';
import { parseMetricsSearch } from './metrics/metricsSearch.ts';
import { BoardPage } from './pages/BoardPage.tsx';
import { parsePoliciesSearch } from './policies/policiesSearch.ts';
import { parseServicesSearch } from './services/servicesSearch.ts';
import { parseSettingsSearch } from './settings/settingsSearch.ts';
import { parseSilencesSearch } from './silences/silencesSearch.ts';

const root = createRootRoute({
  component: AppShell,
  notFoundComponent: NotFound,
  validateSearch: (raw: Record<string, unknown>): { theme?: 'light' | 'dark' | undefined } => ({
    theme: parseTheme(raw.theme),
  }),
  search: { middlewares: [retainSearchParams(['theme'])] },
});

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', validateSearch: parseBoardSearch, component: BoardPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/incidents',
    validateSearch: parseIncidentsSearch,
    component: lazyRouteComponent(() => import('./pages/IncidentsPage.tsx'), 'IncidentsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/incidents/$id',
    component: lazyRouteComponent(() => import('./pages/IncidentPage.tsx'), 'IncidentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/integrations',
    validateSearch: parseIntegrationsSearch,
    component: lazyRouteComponent(() => import('./pages/IntegrationsPage.tsx'), 'IntegrationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    validateSearch: parseSettingsSearch,
    component: lazyRouteComponent(() => import('./pages/SettingsPage.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/services',
    validateSearch: parseServicesSearch,
    component: lazyRouteComponent(() => import('./pages/ServicesPage.tsx'), 'ServicesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/policies',
    validateSearch: parsePoliciesSearch,
    component: lazyRouteComponent(() => import('./pages/PoliciesPage.tsx'), 'PoliciesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/metrics',
    validateSearch: parseMetricsSearch,
    component: lazyRouteComponent(() => import('./pages/MetricsPage.tsx'), 'MetricsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/silences',
    validateSearch: parseSilencesSearch,
    component: lazyRouteComponent(() => import('./pages/SilencesPage.tsx'), 'SilencesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/explorer',
    component: lazyRouteComponent(() => import('./pages/ExplorerPage.tsx'), 'ExplorerPage'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function NotFound() {
  return (
    <div className="mx-auto max-w-lg p-4 pt-16 text-center">
      <h1 className="text-20 font-semibold">There is no such page</h1>
      <p className="mt-2 text-13">
        <Link to="/">Go to the board</Link>
      </p>
    </div>
  );
}
