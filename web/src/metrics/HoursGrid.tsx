import { type KeyboardEvent, useRef, useState } from 'react';
import { formatDuration } from '../components/formatDuration.ts';
import { formatCompact, formatCount } from '../components/formatNumber.ts';
import type { Figures } from './MetricsContext.tsx';

export type Hour = Figures['hours'][number];

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

interface HoursGridProps {
  readonly caption: string;
  readonly hours: readonly Hour[];
  /** What shades a cell; null where there is nothing. */
  readonly shadeOf: (hour: Hour) => number | null;
  /** Whether incidents are counted, or times are told by the shade alone. */
  readonly hasCounts: boolean;
  readonly onOpen: (weekday: number, hour: number) => void;
}

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);
const two = (value: number) => String(value).padStart(2, '0');

const moves: Readonly<Record<string, readonly [days: number, hours: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -24],
  End: [0, 24],
};

/** Weekdays by hours, each cell a button; one stop for Tab, walked through by arrow keys. */
export function HoursGrid({ caption, hours, shadeOf, hasCounts, onOpen }: HoursGridProps) {
  const grid = useRef<HTMLTableSectionElement>(null);
  const [focus, setFocus] = useState({ weekday: 1, hour: 9 });
  const highest = Math.max(0, ...hours.map((hour) => shadeOf(hour) ?? 0));

  function move(event: KeyboardEvent): void {
    const [days, steps] = moves[event.key] ?? [0, 0];
    if (days === 0 && steps === 0) return;
    event.preventDefault();
    const weekday = Math.max(1, Math.min(7, focus.weekday + days));
    const hour = Math.max(0, Math.min(23, focus.hour + steps));
    setFocus({ weekday, hour });
    grid.current?.querySelector<HTMLElement>(`[data-hour="${weekday}-${hour}"]`)?.focus();
  }

  return (
    <table className="hours-grid">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <td />
          {hoursOfDay.map((hour) => (
            <th key={hour} scope="col" className="text-12 font-normal text-muted">
              <span className="sr-only">{two(hour)}:00</span>
              <span aria-hidden="true">{hour % 3 === 0 ? two(hour) : ''}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={grid}>
        {weekdays.map((name, index) => (
          <tr key={name}>
            <th scope="row" className="text-left text-12 font-normal text-muted">
              <span className="sr-only">{name}</span>
              <span aria-hidden="true">{name.slice(0, 3)}</span>
            </th>
            {hours.slice(index * 24, index * 24 + 24).map((hour) => {
              const share = highest === 0 ? 0 : (shadeOf(hour) ?? 0) / highest;
              const words = `${name} ${two(hour.hour)}:00, ${hourWords(hour)}`;
              return (
                <td key={hour.hour}>
                  <button
                    type="button"
                    tabIndex={focus.weekday === hour.weekday && focus.hour === hour.hour ? 0 : -1}
                    data-hour={`${hour.weekday}-${hour.hour}`}
                    aria-label={words}
                    title={words}
                    style={{
                      background: `color-mix(in srgb, var(--accent) calc(${share.toFixed(3)} * var(--most)), var(--surface-sunken))`,
                    }}
                    onFocus={() => setFocus({ weekday: hour.weekday, hour: hour.hour })}
                    onClick={() => onOpen(hour.weekday, hour.hour)}
                    onKeyDown={move}
                    className="hours-cell"
                  >
                    {hasCounts && hour.opened > 0 && formatCompact(hour.opened)}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function hourWords({ opened, mtta }: Hour): string {
  const measured = mtta.meanSeconds === null ? '' : `, acknowledged in ${formatDuration(mtta.meanSeconds)} on average`;
  return `${formatCount(opened)} opened${measured}`;
}
