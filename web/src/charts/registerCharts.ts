import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';

/** Only what the charts use: each part left out is left out of the download. */
export function registerCharts(): void {
  Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
}
