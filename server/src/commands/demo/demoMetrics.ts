export interface DemoMetric {
  readonly name: string;
  readonly unit: string;
  /** The reading on a quiet day. */
  readonly usual: number;
  /** The reading when it is worst. */
  readonly peak: number;
  readonly warning?: number;
  readonly critical?: number;
}

export const errors = (peak: number): DemoMetric => ({
  name: 'error_rate',
  unit: '%',
  usual: 0.3,
  peak,
  warning: 2,
  critical: 8,
});
export const latency = (peak: number): DemoMetric => ({
  name: 'latency_p99_ms',
  unit: 'ms',
  usual: 140,
  peak,
  warning: 500,
  critical: 1500,
});
export const pool = (peak: number): DemoMetric => ({
  name: 'connection_pool_used',
  unit: '%',
  usual: 35,
  peak,
  warning: 80,
  critical: 95,
});
export const disk = (peak: number): DemoMetric => ({
  name: 'disk_used',
  unit: '%',
  usual: 71,
  peak,
  warning: 85,
  critical: 95,
});
export const queue = (peak: number): DemoMetric => ({
  name: 'queue_backlog',
  unit: 'jobs',
  usual: 120,
  peak,
  warning: 5000,
  critical: 50_000,
});
export const cpu = (peak: number): DemoMetric => ({
  name: 'cpu_percent',
  unit: '%',
  usual: 34,
  peak,
  warning: 80,
  critical: 95,
});
export const memory = (peak: number): DemoMetric => ({
  name: 'memory_used',
  unit: '%',
  usual: 58,
  peak,
  warning: 85,
  critical: 95,
});
export const lag = (peak: number): DemoMetric => ({
  name: 'replication_lag_ms',
  unit: 'ms',
  usual: 40,
  peak,
  warning: 5000,
  critical: 60_000,
});
export const daysLeft: DemoMetric = {
  name: 'certificate_days_left',
  unit: 'd',
  usual: 60,
  peak: 6,
  warning: 14,
  critical: 2,
};
export const loss = (peak: number): DemoMetric => ({
  name: 'packets_dropped',
  unit: '%',
  usual: 0,
  peak,
  warning: 1,
  critical: 10,
});
