import type { TransactionSql } from 'postgres';
import type { CellKind } from '../../engines/metrics/cells.ts';
import { durationNames } from '../../engines/metrics/figures.ts';
import { type CellVersion, readCellVersion, readChangedDays } from '../../persistence/cellVersions.ts';
import { type CellQuery, type ReadCell, readCells } from '../../persistence/readCells.ts';

export type DayCell = Omit<ReadCell, 'range'>;

/** What is the same for all days of a question. */
export interface DayQuestion extends Pick<CellQuery, 'severityBy' | 'historical'> {
  readonly kind: Exclude<CellKind, 'SERVICE_HOUR'>;
}

interface Day {
  /** Its beginning in ms since the epoch. */
  readonly start: number;
  readonly cells: readonly DayCell[];
  readonly bytes: number;
}

const dayMs = 86_400_000;
/** About as much memory as it may take. */
const mostBytes = 96 * 1024 * 1024;
/** A cell without the bytes of its sketches, and with what was worked out of it. */
const bytesOfCell = 1_000;
/** To look through more changes than that costs as much as to read the days again. */
const mostChanges = 10_000;

/**
 * Keeps the cells of days that were asked for, since all but a few of them do not change any more. What the feed says of changes since then,
 * in the snapshot that a question is answered from, is read again: so it is right whoever changes incidents, on however many servers.
 */
export class RememberedDays {
  /** The day that was asked for last is the last one. */
  readonly #days = new Map<string, Day>();
  #bytes = 0;
  #version: CellVersion | null = null;

  /**
   * The cells of UTC days, which are given by their beginning in ms since the epoch, in their order. `tx` must be a repeatable read, whose
   * snapshot they are all from.
   */
  async read(tx: TransactionSql, question: DayQuestion, days: readonly number[]): Promise<(readonly DayCell[])[]> {
    const version = await this.#renew(tx);
    const nameOf = (day: number) => `${question.kind} ${question.severityBy} ${question.historical} ${day}`;
    const known = version === null ? [] : days.map((day) => this.#recall(nameOf(day)));
    const missing = days.filter((_, place) => known[place] === undefined);
    const read = new Map(missing.map((day): [number, DayCell[]] => [day, []]));
    const ranges = missing.map((day) => ({ from: new Date(day), to: new Date(day + dayMs) }));
    const all = { severities: null, values: null, durations: durationNames };
    for (const cell of await readCells(tx, { ...question, ...all, ranges })) {
      read.get(missing[cell.range] ?? Number.NaN)?.push(cell);
    }
    // Another question may have found newer changes meanwhile.
    if (version !== null && version === this.#version) {
      for (const [start, cells] of read) this.#remember(nameOf(start), { start, cells, bytes: bytesOf(cells) });
    }
    return days.map((day, place) => known[place] ?? read.get(day) ?? []);
  }

  /** Forgets what has changed up to the snapshot. Answers with null when what is remembered is newer than it. */
  async #renew(tx: TransactionSql): Promise<CellVersion | null> {
    const version = await readCellVersion(tx);
    const before = this.#version;
    if (before !== null && !isFollowed(before, version)) this.#forget();
    const after = this.#version?.head;
    const changed = after === undefined || after === version.head ? [] : await readChangedDays(tx, after);
    const now = this.#version;
    if (now !== null && now.head >= version.head) return isSame(now, version) ? now : null;
    for (const [name, { start }] of this.#days) if (changed.includes(start)) this.#drop(name);
    this.#version = version;
    return version;
  }

  #recall(name: string): readonly DayCell[] | undefined {
    const day = this.#days.get(name);
    if (day === undefined) return undefined;
    this.#days.delete(name);
    this.#days.set(name, day);
    return day.cells;
  }

  #remember(name: string, day: Day): void {
    this.#drop(name);
    this.#days.set(name, day);
    this.#bytes += day.bytes;
    for (const oldest of this.#days.keys()) {
      if (this.#bytes <= mostBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    this.#bytes -= this.#days.get(name)?.bytes ?? 0;
    this.#days.delete(name);
  }

  #forget(): void {
    this.#days.clear();
    this.#bytes = 0;
    this.#version = null;
  }
}

/** Whether the changes between both can be looked through. An older one is not followed by anything but is no reason to forget. */
function isFollowed(before: CellVersion, { epoch, head, oldest, builtAt }: CellVersion): boolean {
  if (before.epoch !== epoch) return false;
  if (head < before.head) return true;
  if (before.builtAt?.getTime() !== builtAt?.getTime() || head - before.head > mostChanges) return false;
  return head === before.head || (oldest !== null && oldest <= before.head + 1);
}

function isSame(one: CellVersion, other: CellVersion): boolean {
  return one.epoch === other.epoch && one.head === other.head && one.builtAt?.getTime() === other.builtAt?.getTime();
}

function bytesOf(cells: readonly DayCell[]): number {
  return cells.reduce((sum, { sketchBytes }) => sum + sketchBytes + bytesOfCell, 0);
}
