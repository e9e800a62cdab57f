import type { Cell, CellKey } from '../engines/metrics/cells.ts';
import { type CountName, countNames, type DurationName, durationNames } from '../engines/metrics/figures.ts';
import { byteStrings, type Columns, moments, plain, type RowColumns, rowColumns, texts } from './rowColumns.ts';

export const countColumns: Readonly<Record<CountName, string>> = {
  opened: 'opened',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
  reopened: 'reopened',
  escalated: 'escalated',
  acknowledgePending: 'acknowledge_pending',
  firstResolvePending: 'first_resolve_pending',
  respondPending: 'respond_pending',
  stressThousandths: 'stress_thousandths',
};

export const sketchColumns: Readonly<Record<DurationName, string>> = {
  acknowledge: 'acknowledge_sketch',
  resolveByPeople: 'resolve_by_people_sketch',
  resolveByRule: 'resolve_by_rule_sketch',
  firstResolve: 'first_resolve_sketch',
  respond: 'respond_sketch',
};

const keyFields = {
  kind: plain('metric_cell_kind', ({ kind }) => kind),
  start: moments(({ start }) => start),
  value: texts(({ value }) => value),
  severity: plain('severity', ({ severity }) => severity),
  highest_severity: plain('severity', ({ highestSeverity }) => highestSeverity),
  historical: plain('boolean', ({ historical }) => historical),
} satisfies Columns<CellKey>;

const sketchFields: Columns<Cell> = Object.fromEntries(
  durationNames.map((name) => [
    sketchColumns[name],
    byteStrings<Cell>(({ figures }) => figures.sketches[name].encoded()),
  ]),
);

const countFields: Columns<Cell> = Object.fromEntries(
  countNames.map((name) => [countColumns[name], plain<Cell>('bigint', ({ figures }) => figures.counts[name])]),
);

export const cellKeys: RowColumns<CellKey> = rowColumns<CellKey>(keyFields);
export const wholeCells: RowColumns<Cell> = rowColumns<Cell>({ ...keyFields, ...countFields, ...sketchFields });
export const cellsWithSketches: RowColumns<Cell> = rowColumns<Cell>({ ...keyFields, ...sketchFields });

/** How long the sketches of a row are together. */
export function sketchBytes(row: string): string {
  return durationNames.map((name) => `octet_length(${row}.${sketchColumns[name]})`).join(' + ');
}
