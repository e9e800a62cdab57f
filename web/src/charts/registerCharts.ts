import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';

/** Only what the charts use: each part left out is left out of the download. */
export function registerCharts(): void {
  Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
}

/** What lines with bands need besides. */
export function registerLineCharts(): void {
  Chart.register(LineController, LineElement, PointElement, CategoryScale, LinearScale, Filler, Tooltip);
}
