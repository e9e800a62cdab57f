import type { Incident } from '../domain/incident.ts';
import type { MetricReading, Signal } from '../domain/signal.ts';
import type { BlastRadius } from './blastRadius.ts';
import { type DecayedBaseline, type Usual, usualOf } from './decayedBaseline.ts';
import { metricRuleOf } from './metricRule.ts';
import { numberText } from './numberText.ts';
import type { Policy } from './policy.ts';

/** One component of the stress. */
export interface StressPart {
  readonly name: string;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly weight: number;
  /** 0 to 1. */
  readonly load: number;
  /** Its part of the stress, 0 to 1; all parts add up to `stress` / 100. */
  readonly share: number;
  /** Whether it is worth a mention: past a threshold, or a standard deviation and more from what is usual. */
  readonly unusual: boolean;
  /** Whether the signal itself says so; what else happens around it is not its own. */
  readonly own: boolean;
  readonly note: string;
}

export interface Stress {
  /** 0 to 100. */
  readonly stress: number;
  /** L, the load of the readings alone: 1 − Π(1 − weight × load). */
  readonly load: number;
  readonly parts: readonly StressPart[];
}

type Part = Omit<StressPart, 'share'>;

/** What else goes wrong at the same time. */
export interface Spread {
  /** How many other alerts fire in the incident that the signal would join. */
  readonly othersFiring: number;
  /** The dependents that the catalogue knows of; null when it knows of none. */
  readonly blast: BlastRadius | null;
}

/**
 * Stress S = 100·(1 − Π(1 − weight·load)) over the readings, burst and blast radius (DESIGN 3.2: noisy or, so that one full load is enough
 * and many small ones add up without passing 100). A part's share is in proportion to −ln(1 − weight·load), its addend in the logarithm.
 * `incident` is the one that the signal would join.
 */
export function stressOf(
  signal: Signal,
  baseline: DecayedBaseline | null,
  incident: Incident | null,
  spread: Spread,
  now: Date,
  policy: Policy,
): Stress {
  const readings = readingParts(signal, baseline, policy);
  const parts = [...readings, ...burstPart(incident, now, policy), ...blastPart(signal, spread, policy)];
  return together(parts, noisyOr(readings));
}

/** The stress without what happens around the signal. */
export function ownStress({ parts, load }: Stress): Stress {
  return together(
    parts.filter(({ own }) => own),
    load,
  );
}

function together(parts: readonly Part[], load: number): Stress {
  const total = noisyOr(parts);
  const addends = parts.map((part) => -Math.log1p(-Math.min(part.weight * part.load, 1 - 1e-12)));
  const sum = addends.reduce((all, addend) => all + addend, 0);
  return {
    stress: 100 * total,
    load,
    parts: parts.map(({ name, value, threshold, weight, load: ofPart, unusual, own, note }, index) => {
      const share = sum === 0 ? 0 : (total * (addends[index] ?? 0)) / sum;
      return { name, value, threshold, weight, load: ofPart, share, unusual, own, note };
    }),
  };
}

function noisyOr(parts: readonly Part[]): number {
  return 1 - parts.reduce((product, { weight, load }) => product * (1 - weight * load), 1);
}

function readingParts(signal: Signal, baseline: DecayedBaseline | null, policy: Policy): Part[] {
  const { burnRate, blast } = policy.stress;
  const burning: number[] = [];
  const parts: Part[] = [];
  for (const metric of signal.metrics) {
    if (metric.name === burnRate.long || metric.name === burnRate.short) burning.push(metric.value);
    else if (metric.name !== blast.metric) {
      parts.push(readingPart(metric, usualOf(baseline, metric.name, policy), policy));
    }
  }
  if (burning.length === 0) return parts;
  const value = Math.min(...burning);
  const note = `error budget burns ${numberText(value)} times too fast`;
  const { full: threshold, weight } = burnRate;
  return [
    {
      name: 'burn_rate',
      value,
      threshold,
      weight,
      load: clamp01(value / threshold),
      unusual: value > 1,
      own: true,
      note,
    },
    ...parts,
  ];
}

/** The larger of how far it is past the source's thresholds and how far it is from what is usual, in the direction that is bad. */
function readingPart(metric: MetricReading, usual: Usual | null, policy: Policy): Part {
  const { name, value, warning, critical } = metric;
  const { deviation } = policy.stress;
  const { weight, bad } = metricRuleOf(name, policy);
  const past = pastThresholds(metric);
  const above = usual === null ? 0 : value - usual.mean;
  const lowIsBad = isLowBad(metric, bad, above);
  const distance = lowIsBad ? -above : above;
  const sds = usual === null || usual.sd === 0 ? (distance > 0 ? deviation.sds : 0) : distance / usual.sd;
  const deviating = deviation.load * clamp01(sds / deviation.sds);
  if (past >= deviating && (warning !== null || critical !== null)) {
    const threshold = past >= 1 ? (critical ?? warning) : (warning ?? critical);
    return {
      name,
      value,
      threshold,
      weight,
      load: past,
      unusual: past > 0,
      own: true,
      note: `${name} ${numberText(value)} ${pastText(metric, past)}`,
    };
  }
  const threshold = usual?.mean ?? null;
  return {
    name,
    value,
    threshold,
    weight,
    load: deviating,
    unusual: sds >= 1,
    own: true,
    note: `${name} ${usualText(value, usual, sds, lowIsBad)}`,
  };
}

/** Two thresholds say which side is bad, else the policy does; where both are, it is the side that the reading is on. */
function isLowBad({ warning, critical }: MetricReading, bad: 'high' | 'low' | 'both', above: number): boolean {
  if (warning !== null && critical !== null && warning !== critical) return critical < warning;
  return bad === 'low' || (bad === 'both' && above < 0);
}

/** 0 at the warning, 1 at the critical threshold; half when only a warning is given and passed. */
function pastThresholds({ value, warning, critical }: MetricReading): number {
  if (warning === null) return critical !== null && value >= critical ? 1 : 0;
  if (critical === null) return value > warning ? 0.5 : 0;
  if (critical === warning) return value >= critical ? 1 : 0;
  return clamp01((value - warning) / (critical - warning));
}

function pastText({ warning, critical }: MetricReading, past: number): string {
  if (past >= 1 && critical !== null) return `is past critical ${numberText(critical)}`;
  if (past > 0 && warning !== null) return `is past warning ${numberText(warning)}`;
  return `is within its threshold ${numberText(warning ?? critical ?? 0)}`;
}

function usualText(value: number, usual: Usual | null, sds: number, lowIsBad: boolean): string {
  if (usual === null) return `${numberText(value)}, with nothing to compare it with yet`;
  const against = `(${numberText(value)} against ${numberText(usual.mean)})`;
  const times = value / usual.mean;
  if (sds < 1) return `as usual ${against}`;
  if (!lowIsBad && usual.mean > 0 && times >= 1.5)
    return `${numberText(Math.round(times * 10) / 10)}× usual ${against}`;
  return `${numberText(sds)} sd ${lowIsBad ? 'below' : 'above'} usual ${against}`;
}

/**
 * How much faster signals come now than over the longer time: log2 of the quotient of the two rates, in doublings. Both moving averages
 * began at 0 when the incident opened, and are corrected for that (as Kingma and Ba, 2015, do), lest every steady stream begin as a burst.
 */
function burstPart(incident: Incident | null, now: Date, policy: Policy): Part[] {
  if (incident === null) return [];
  const { weight, fastSeconds, slowSeconds, epsilonPerSecond, doublings } = policy.stress.burst;
  const { ratePerSecondFast, ratePerSecondSlow, loadAtMs } = incident.memory;
  const ageSeconds = (now.getTime() - incident.openedAt.getTime()) / 1_000;
  const idleSeconds = Math.max(0, (now.getTime() - loadAtMs) / 1_000);
  if (ageSeconds <= 0) return [];
  const fast = rateNow(ratePerSecondFast, idleSeconds, ageSeconds, fastSeconds);
  const slow = rateNow(ratePerSecondSlow, idleSeconds, ageSeconds, slowSeconds);
  const load = clamp01(Math.log2((fast + epsilonPerSecond) / (slow + epsilonPerSecond)) / doublings);
  if (load === 0) return [];
  return [
    {
      name: 'burst',
      value: fast,
      threshold: slow,
      weight,
      load,
      unusual: true,
      own: false,
      note: `${numberText(fast)} signals a second`,
    },
  ];
}

function rateNow(perSecond: number, idleSeconds: number, ageSeconds: number, overSeconds: number): number {
  return (perSecond * Math.exp(-idleSeconds / overSeconds)) / -Math.expm1(-ageSeconds / overSeconds);
}

/**
 * How far it spreads, on a logarithmic scale: from one affected dependent to two is more than from nine to ten. The sender's own count
 * goes before what the catalogue says, which never counts less than what fires in the incident: a catalogue may be incomplete.
 */
function blastPart(signal: Signal, { othersFiring, blast: known }: Spread, { stress: { blast } }: Policy): Part[] {
  const given = signal.metrics.find(({ name }) => name === blast.metric)?.value ?? null;
  const byCatalogue = given === null && known !== null && known.affected >= othersFiring ? known : null;
  const value = given ?? byCatalogue?.affected ?? othersFiring;
  const full = byCatalogue === null ? blast.full : Math.min(blast.full, Math.max(blast.fewest, byCatalogue.dependents));
  const load = clamp01(Math.log2(1 + Math.max(0, value)) / Math.log2(1 + full));
  if (load === 0) return [];
  const note =
    byCatalogue === null
      ? `${numberText(value)} ${value === 1 ? 'other' : 'others'} affected`
      : `${byCatalogue.affected} of ${byCatalogue.dependents} dependents affected`;
  const own = given !== null;
  return [{ name: 'blast_radius', value, threshold: full, weight: blast.weight, load, unusual: true, own, note }];
}

/** Not a number counts as 0. */
function clamp01(value: number): number {
  return value > 0 ? Math.min(1, value) : 0;
}
