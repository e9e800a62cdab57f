import { formatCount } from '../components/formatNumber.ts';
import type { BarChartData } from './barChartData.ts';

interface ChartTableProps {
  readonly data: BarChartData;
  readonly caption: string;
  /** What the first column holds, for example "Hour". */
  readonly labelHeading: string;
}

/** The chart's figures for those who cannot see it. */
export function ChartTable({ data, caption, labelHeading }: ChartTableProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{labelHeading}</th>
          {data.series.map((series) => (
            <th key={series.name} scope="col">
              {series.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.labels.map((label, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bucket's place is what it is; labels repeat when clocks go back
          <tr key={index}>
            <th scope="row">{label}</th>
            {data.series.map((series) => (
              <td key={series.name}>{formatCount(series.values[index] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
