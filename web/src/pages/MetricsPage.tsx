import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { Suspense, useCallback, useMemo, useRef } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { MetricsFiguresChangedDocument, MetricsFiguresInRangeDocument } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { lazyPart } from '../components/lazyPart.ts';
import { PageFrame } from '../components/PageFrame.tsx';
import { useNow } from '../components/useNow.ts';
import { browserTimeZone } from '../forms/wallTime.ts';
import { isStale as isConnectionStale } from '../live/connection.ts';
import { useLive } from '../live/LiveContext.tsx';
import { noBehind, readBehind } from '../metrics/behindSearch.ts';
import { MetricsContext, type MetricsPageState } from '../metrics/MetricsContext.tsx';
import { MetricsFilters } from '../metrics/MetricsFilters.tsx';
import { MetricsSections } from '../metrics/MetricsSections.tsx';
import { MetricsSkeleton } from '../metrics/MetricsSkeleton.tsx';
import { boundsOf, bucketNameOf, presetBounds } from '../metrics/metricsRange.ts';
import { isFiltered, type MetricsSearch, noFilters, parseMetricsSearch } from '../metrics/metricsSearch.ts';
import { metricsVariables } from '../metrics/metricsVariables.ts';
import { rangeWords } from '../metrics/pointWords.ts';
import { RangeControls } from '../metrics/RangeControls.tsx';
import { useLiveMetrics } from '../metrics/useLiveMetrics.ts';
import { metricsExports, useMetricsCommands } from '../metrics/useMetricsCommands.ts';
import { ViewControls } from '../metrics/ViewControls.tsx';
import '../metrics/metrics.css';

const BehindDrawer = lazyPart(() => import('../metrics/BehindDrawer.tsx').then(({ BehindDrawer }) => BehindDrawer));

/** `/metrics`: how well people respond, and how much noise there was. Everything that is chosen stands in the URL. */
export function MetricsPage() {
  const page = useMetricsState();
  const { search, timeZone, bounds, words, show } = page;
  const variables = metricsVariables(search, timeZone, bounds);
  const { figures, isStale, error, retry } = useLiveMetrics(
    MetricsFiguresInRangeDocument,
    MetricsFiguresChangedDocument,
    variables,
  );
  const shown = useRef<HTMLDivElement>(null);
  const exports = useMemo(() => metricsExports(page, figures, shown), [page, figures]);
  useMetricsCommands(page, exports);
  const behind = readBehind(search);
  const isOld = useLive((state) => isConnectionStale(state.connection));
  const before = figures?.previous;
  return (
    <MetricsContext value={page}>
      <PageFrame title="Metrics" actions={<ExportMenu {...exports} />}>
        <div className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center gap-2">
            <RangeControls />
            <ViewControls />
          </div>
          <MetricsFilters />
          <p aria-live="polite" className="min-h-4.5 text-13 text-muted">
            {words}
            {before && `, compared with ${rangeWords(Date.parse(before.from), Date.parse(before.to), timeZone)}`}
          </p>
        </div>
        {error !== undefined && (
          <FailureNotice title="The metrics could not be loaded." error={error} onRetry={retry} />
        )}
        {figures?.opened === 0 && !isStale && isFiltered(search) && (
          <EmptyState title="No incident matches" className="surface">
            <Button size="small" onPress={() => show(noFilters)}>
              Show all incidents of the range
            </Button>
          </EmptyState>
        )}
        {figures === undefined ? (
          error === undefined && <MetricsSkeleton />
        ) : (
          <div ref={shown} className={isOld ? 'is-stale' : undefined}>
            <MetricsSections figures={figures} variables={variables} isStale={isStale} />
          </div>
        )}
      </PageFrame>
      {behind !== null && (
        <Suspense>
          <BehindDrawer behind={behind} onClose={() => show(noBehind)} />
        </Suspense>
      )}
    </MetricsContext>
  );
}

function useMetricsState(): MetricsPageState {
  const raw = useSearch({ strict: false });
  const text = JSON.stringify(raw);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says when the search has changed
  const search = useMemo(() => parseMetricsSearch(raw), [text]);
  const navigate = useNavigate();
  const timeZone = search.tz ?? browserTimeZone();
  // As text, so that nothing renders before the next hour or day begins.
  const joined = useNow((nowMs) => {
    const { fromMs, toMs } = boundsOf(search, timeZone, nowMs) ?? presetBounds('30d', timeZone, nowMs);
    return `${fromMs} ${toMs}`;
  });
  const show = useCallback<MetricsPageState['show']>(
    (change, isStep = false) =>
      void navigate({
        to: '/metrics',
        search: ((before: MetricsSearch) => ({ ...before, ...change })) as never,
        replace: !isStep,
        resetScroll: false,
      }),
    [navigate],
  );
  return useMemo(() => {
    const [fromMs = 0, toMs = 0] = joined.split(' ').map(Number);
    const bounds = { fromMs, toMs };
    const words = rangeWords(fromMs, toMs, timeZone);
    return { search, timeZone, bounds, bucket: bucketNameOf(search, bounds), words, show };
  }, [search, timeZone, joined, show]);
}

interface ExportMenuProps {
  readonly figuresAsCsv: () => void;
  readonly pageAsPng: () => void;
}

function ExportMenu({ figuresAsCsv, pageAsPng }: ExportMenuProps) {
  const item = 'flex h-8 cursor-default items-center rounded-[4px] px-2 text-13 outline-none data-focused:bg-hover';
  return (
    <MenuTrigger>
      <AriaButton className="inline-flex h-(--control-height) cursor-default items-center gap-1.5 rounded-md border border-control bg-surface px-3 text-13 font-semibold data-hovered:bg-hover data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-focus">
        <Download size={14} aria-hidden="true" />
        Export
      </AriaButton>
      <Popover placement="bottom end" className="surface min-w-44 bg-raised p-1 shadow-card outline-none">
        <Menu aria-label="Export" className="outline-none">
          <MenuItem className={item} onAction={figuresAsCsv}>
            All figures as CSV
          </MenuItem>
          <MenuItem className={item} onAction={pageAsPng}>
            Whole page as PNG
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
