import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Button } from '../components/Button.tsx';
import { momentOfWallTime, wallTimeOf } from '../forms/wallTime.ts';
import { useMetricsPage } from './MetricsContext.tsx';
import { problemOf } from './metricsRange.ts';
import { type Preset, presetOf, presets } from './metricsSearch.ts';

export const presetWords = {
  '24h': { label: '24 h', words: 'the last 24 hours' },
  '7d': { label: '7 d', words: 'the last 7 days' },
  '30d': { label: '30 d', words: 'the last 30 days' },
  '90d': { label: '90 d', words: 'the last 90 days' },
} as const satisfies Record<Preset, { label: string; words: string }>;

const own = 'own';

/** The range: one that ends now, or one's own. */
export function RangeControls() {
  const { search, show } = useMetricsPage();
  const preset = presetOf(search);
  const [isOpen, setIsOpen] = useState(false);
  const hasOwn = preset === undefined || isOpen;
  return (
    <>
      <ToggleButtonGroup
        aria-label="Range"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[hasOwn ? own : preset]}
        onSelectionChange={([key]) => {
          const next = presets.find((each) => each === key);
          setIsOpen(next === undefined);
          if (next !== undefined) show({ range: next === '30d' ? undefined : next, from: undefined, to: undefined });
        }}
        className="inline-flex gap-0.5 rounded-md border border-border bg-surface p-0.5"
      >
        {presets.map((each) => (
          <ToggleButton key={each} id={each} aria-label={presetWords[each].words} className="choice">
            {presetWords[each].label}
          </ToggleButton>
        ))}
        <ToggleButton id={own} className="choice">
          From–to
        </ToggleButton>
      </ToggleButtonGroup>
      {hasOwn && <OwnRange key={`${search.from} ${search.to}`} />}
    </>
  );
}

function OwnRange() {
  const { search, show, timeZone, bounds } = useMetricsPage();
  const asWritten = (wall: string | undefined, ms: number) =>
    wall === undefined ? wallTimeOf(ms, timeZone) : wall.includes('T') ? wall : `${wall}T00:00`;
  const [from, setFrom] = useState(asWritten(search.from, bounds.fromMs));
  const [to, setTo] = useState(asWritten(search.to, bounds.toMs));
  const moment = (wall: string) => momentOfWallTime(wall, timeZone) ?? Number.NaN;
  const problem = problemOf({ fromMs: moment(from), toMs: moment(to) });
  // Midnight needs not be said.
  const short = (wall: string) => wall.replace(/T00:00$/, '');
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) show({ from: short(from), to: short(to), range: undefined });
      }}
    >
      <input
        type="datetime-local"
        aria-label="From"
        required
        className="field"
        value={from}
        onChange={({ target }) => setFrom(target.value)}
      />
      <span aria-hidden="true">–</span>
      <input
        type="datetime-local"
        aria-label="To"
        required
        aria-invalid={problem !== null}
        className="field"
        value={to}
        onChange={({ target }) => setTo(target.value)}
      />
      <Button type="submit" disabledReason={problem ?? undefined}>
        Show
      </Button>
      {problem !== null && (
        <p role="alert" className="field-problem">
          {problem}
        </p>
      )}
    </form>
  );
}
