const minute = 60;
const hour = 3600;
const day = 86_400;

/** Steps that people count time in. */
const steps = [
  0.1,
  0.25,
  0.5,
  1,
  2,
  5,
  10,
  15,
  30,
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
  ...[1, 2, 5, 7, 14, 30, 60, 120, 365].map((days) => days * day),
];

const mostSteps = 4;

/** The distance of lines on an axis from 0 to `maxSeconds`, in seconds: at most 5 lines, at times that people count in. */
export function durationStep(maxSeconds: number): number {
  return steps.find((step) => step * mostSteps >= maxSeconds) ?? maxSeconds / mostSteps;
}
