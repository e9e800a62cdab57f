import { z } from 'zod';
import { severities } from '../domain/severity.ts';
import { rateSchema, responseFaults, responseSchema, serviceLevelSchema } from './actionSchema.ts';
import { flappingSchema, inhibitionSchema } from './suppressionSchema.ts';

const share = z.number().min(0).max(1);
const minutes = z.number().min(0).max(525_600);
const positiveMinutes = z.number().min(0.1).max(525_600);
const severity = z.enum(severities);
const text = z.string().min(1).max(250);
const name = z.string().min(1).max(100);
const perSeverity = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ LOW: value, MEDIUM: value, HIGH: value, CRITICAL: value });
const targetNames = z.array(name).max(20);

/** Only profile `seed-v1` reads this. */
const seed = z.strictObject({
  /** The metrics of a reading, in the order in which baselines keep them. */
  metrics: z.array(name).min(1).max(10),
  onePointSds: z.number().min(0).max(100),
  twoPointSds: z.number().min(0).max(100),
  mediumFrom: share,
  highFrom: share,
  highAtStress: z.int().min(0).max(20),
  criticalAtStress: z.int().min(0).max(20),
});

const baseline = z.strictObject({
  scope: z.enum(['global', 'service']),
  /** `seed-v1`: the readings of this time are the baseline. */
  windowMinutes: positiveMinutes,
  /** `seed-v1`: no more readings than this are kept; the oldest go first. */
  maximumReadings: z.int().min(2).max(10_000),
  /** Under this many readings a baseline says nothing. */
  minimumReadings: z.int().min(0).max(10_000),
  /** `load-v2`: a reading of this age counts half. */
  halfLifeMinutes: positiveMinutes,
  /** `load-v2`: one reading never makes the others forgotten faster than this, so that sparse series have a baseline too. */
  halfLifeReadings: z.number().min(1).max(10_000),
  /** `load-v2`: the standard deviation is never taken to be under this share of the mean. */
  sdFloorOfMean: share,
  /** `load-v2`: how many metrics of a service are remembered; the one not seen for longest goes first. */
  maximumMetrics: z.int().min(1).max(500),
});

/** The first rule of which some word is part of a metric's name, case aside, says what the metric is. */
const metricRule = z.strictObject({
  kind: name,
  match: z.array(z.string().min(1).max(100)).min(1).max(50),
  weight: share,
  /** The standard deviation is never taken to be under this, in the metric's own unit. */
  sdFloor: z.number().min(0),
  /** On which side of usual a reading is bad. The thresholds of a reading that has two say it better. */
  bad: z.enum(['high', 'low', 'both']).default('high'),
});

const stress = z.strictObject({
  metrics: z.array(metricRule).max(50),
  /** Of metrics that no rule matches. */
  otherWeight: share,
  otherSdFloor: z.number().min(0),
  /** A deviation of `sds` standard deviations makes a load of `load`, and none makes more. */
  deviation: z.strictObject({ load: share, sds: z.number().min(0.1).max(100) }),
  /** The metrics that carry the burn rate of an error budget over a long and a short window; `full` makes a load of 1. */
  burnRate: z.strictObject({ long: name, short: name, full: z.number().min(0.1).max(1_000), weight: share }),
  /** `doublings` of the rate of signals make a full burst. */
  burst: z.strictObject({
    weight: share,
    fastSeconds: z.number().min(1).max(86_400),
    slowSeconds: z.number().min(1).max(604_800),
    epsilonPerSecond: z.number().min(1e-6).max(1_000),
    doublings: z.number().min(0.1).max(32),
  }),
  /**
   * `metric` may carry the number of affected dependents; else those that the catalogue names within `depth` steps, or the incident's
   * other firing alerts when they are more. `full` of them make 1, and so do all of them where a service has fewer, but at least `fewest`.
   */
  blast: z.strictObject({
    weight: share,
    metric: name,
    full: z.number().min(1).max(100_000),
    fewest: z.number().min(1).max(100_000),
    depth: z.int().min(1).max(10),
  }),
  /** Moving averages of the load; their difference is the trend. */
  trend: z.strictObject({ fastSeconds: z.number().min(1).max(86_400), slowSeconds: z.number().min(1).max(604_800) }),
});

/** A signal to which all of it applies is at least of this severity. Empty lists and records apply to every signal. */
const floor = z.strictObject({
  name,
  severity: z.union([severity, z.literal('reported')]),
  services: z.array(name).max(500),
  labels: z.record(name, z.string().max(500)),
  /** Of the signal; a signal without one has 1. */
  minimumConfidence: share,
});

const severitySection = z.strictObject({
  /** The lowest score of each severity; below MEDIUM is LOW. */
  cuts: z
    .strictObject({ MEDIUM: share, HIGH: share, CRITICAL: share })
    .refine((cuts) => cuts.MEDIUM <= cuts.HIGH && cuts.HIGH <= cuts.CRITICAL, 'expected MEDIUM ≤ HIGH ≤ CRITICAL'),
  weights: z
    .strictObject({ stress: share, reported: share })
    .refine((weights) => Math.abs(weights.stress + weights.reported - 1) < 1e-9, 'expected weights that add up to 1'),
  /** What a reported severity counts, 0 to 1. */
  reported: perSeverity(share),
  /** What a signal with neither metrics nor a reported severity is taken to report. */
  defaultReported: severity,
  /** An incident's severity falls by one step after every score lay under its cut less `margin` for `minutes`. */
  hysteresis: z.strictObject({ margin: share, minutes }),
  floors: z.array(floor).max(50),
  /**
   * The score is multiplied by `base` + `span` × the service's criticality.
   * That is the one given here for its name, else the one of its tier in the catalogue, else the default.
   */
  criticality: z
    .strictObject({
      default: share,
      base: share,
      span: share,
      tiers: z.strictObject({ 1: share, 2: share, 3: share, 4: share }),
      services: z.record(name, share),
    })
    .refine((criticality) => criticality.base + criticality.span <= 1 + 1e-9, 'expected base + span of at most 1'),
  /** A score under it, from a signal that reports no severity, opens no incident. */
  logBelow: share,
});

/** For `learned`: what belongs together is found from what fires together. A tick is `tickSeconds` long. */
const learnedGrouping = z.strictObject({
  /** Services that fire in the same tick fire together. */
  tickSeconds: z.number().min(1).max(3_600),
  /** An episode is over after `patience` times the mean wait for its next signal, never before this, and at the latest after `windowMinutes`. */
  minimumGapSeconds: z.number().min(1).max(86_400),
  patience: z.number().min(0.1).max(100),
  /** A service belongs to others when it fires together with them at least this share as often, beyond chance, as they do. */
  share,
  /** That counts for certain when so many common ticks were to be expected, of a service that began to fire on so many occasions. */
  evidence: z.number().min(1).max(10_000),
  occasions: z.number().min(1).max(1_000),
  /** Before that, so many common ticks do. */
  firstTicks: z.number().min(1).max(10_000),
  /** Where even less is known: so many services within a tick, for so long, are one burst; and so many in an episode make an outage that takes in who is not known to belong elsewhere. */
  burst: z.strictObject({ services: z.int().min(2).max(10_000), seconds: z.number().min(0).max(3_600) }),
  /** Whether open incidents that turn out to be one are merged. Where little is known, only when they began within `onsetSeconds` of each other. Null: never. */
  merge: z.strictObject({ onsetSeconds: z.number().min(0).max(86_400) }).nullable(),
  /** An episode that was calm for `calmTicks` and then, within a tick, has `signals`, `ratio` times as many as in the calm and `share` of its first surge, is a new one. */
  surge: z.strictObject({
    calmTicks: z.int().min(1).max(60),
    ratio: z.number().min(1).max(1_000),
    share,
    signals: z.int().min(2).max(100_000),
  }),
  /** Sources (or values of the first of these labels) are about different things when, of `evidence` windows in which a service could have fired in both, it did in less than `share`. */
  streams: z.strictObject({
    labels: z.array(name).max(10),
    windowSeconds: z.number().min(1).max(86_400),
    evidence: z.number().min(1).max(10_000),
    share,
  }),
  /** What was learned counts half after about this time. */
  halfLifeDays: z.number().min(0.1).max(3_650),
  /** Bounds of what is remembered: services, partners of each, episodes that may go on, and members that speak for an episode. */
  maximumServices: z.int().min(2).max(5_000),
  maximumPartners: z.int().min(2).max(1_000),
  maximumEpisodes: z.int().min(2).max(500),
  maximumMembers: z.int().min(2).max(500),
});

const grouping = z.strictObject({
  by: z.enum(['signal', 'service', 'labels', 'learned']),
  /** For `labels`: signals with equal values are one group; a signal with none of them is grouped by its service. */
  labels: z.array(name).max(10),
  learned: learnedGrouping,
  /**
   * So many different alerts of a group must fire within `windowMinutes` before it opens an incident; those that wait are kept as log lines.
   * From `minimumAlertsBelow` on an alert opens one by itself (null: none does). At most `maximumWaiting` are remembered.
   */
  minimumAlerts: z.int().min(1).max(100),
  minimumAlertsBelow: severity.nullable(),
  maximumWaiting: z.int().min(1).max(5_000),
  /** Observations further apart than this are not one incident; readings that were calm for this long end theirs. */
  windowMinutes: positiveMinutes,
  /** A signal so soon after an incident was resolved reopens it. */
  reopenMinutes: minutes,
  /** An incident that heard nothing for this long resolves itself; null: never. */
  quietMinutes: positiveMinutes.nullable(),
  /** The same where a sender names its alerts by dedup or group key, and so is expected to resolve them. */
  keyedQuietMinutes: positiveMinutes.nullable(),
  /** How long the last alert must stay resolved before the incident is. */
  stayResolvedMinutes: minutes,
  /** A live resolve that claims to be older than its alert's last signal counts all the same up to this difference of clocks. */
  clockSkewSeconds: z.number().min(0).max(3_600),
});

const step = z.strictObject({
  afterMinutes: minutes,
  targets: targetNames.min(1),
  repeat: z.strictObject({ everyMinutes: positiveMinutes, times: z.int().min(1).max(100) }).nullable(),
});

const escalation = z.strictObject({
  /** Incidents of these severities escalate by steps. */
  severities: z.array(severity).max(4),
  steps: z.array(step).max(20),
  /** `opensIncident`: so many CRITICAL incidents within `minutes` are children of one systemic incident, which tells the targets. */
  systemic: z.strictObject({
    critical: z.int().min(1).max(10_000),
    minutes: positiveMinutes,
    targets: targetNames,
    opensIncident: z.boolean(),
  }),
});

/** Risk is 1 − Π(1 − q), each q rising in proportion up to its weight. */
const risk = z.strictObject({
  /** Minutes since it was opened, while nobody has acknowledged it. */
  time: z.strictObject({ weight: share, fullMinutes: positiveMinutes }),
  /** Fast less slow moving average of the load. */
  trend: z.strictObject({ weight: share, full: z.number().min(0.001).max(1) }),
  /** Decayed number of changes of its alerts between firing and resolved. */
  flap: z.strictObject({ weight: share, fullChanges: z.number().min(1).max(1_000), halfLifeMinutes: positiveMinutes }),
  reopen: z.strictObject({ weight: share, fullTimes: z.number().min(1).max(1_000) }),
  /** Crossing it fires the next step before its time; null: time alone fires steps. */
  escalateAt: share.nullable(),
});

const target = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('log') }),
  z.strictObject({
    channel: z.literal('webhook'),
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    secret: z.string().min(1).max(500).optional(),
  }),
]);

export const policySchema = z
  .strictObject({
    name,
    profile: z.enum(['seed-v1', 'load-v2']),
    seed,
    baseline,
    stress,
    severity: severitySection,
    /** What to do about an incident, by severity. */
    actions: perSeverity(text),
    /** Labels that tell alerts apart beside source, service and title. */
    dedupLabels: z.array(name).max(20),
    grouping,
    lifecycle: z.strictObject({
      /** Whether a rise in severity puts an acknowledged incident back to open. */
      unacknowledgeOnRaise: z.boolean(),
      /** An acknowledgement that nothing follows for this long lapses: the incident is open again and escalates anew. Null: never. */
      acknowledgeTimeoutMinutes: positiveMinutes.nullable(),
    }),
    inhibition: inhibitionSchema,
    flapping: flappingSchema,
    escalation,
    risk,
    /** `load-v2`: what the model learned from corrected severities says is shown beside the rules' verdict; it decides nothing. */
    learned: z.enum(['off', 'shadow']),
    notify: z.strictObject({ severities: z.array(severity).max(4), targets: targetNames }),
    responses: perSeverity(responseSchema),
    rate: rateSchema,
    serviceLevel: serviceLevelSchema,
    targets: z.record(name, target),
  })
  .superRefine((policy, context) => {
    const known = (names: readonly string[], path: (string | number)[]) => {
      for (const [index, target] of names.entries()) {
        if (!Object.hasOwn(policy.targets, target)) {
          const message = `expected one of the targets (${Object.keys(policy.targets).join(', ') || 'there are none'})`;
          context.addIssue({ code: 'custom', path: [...path, index], message });
        }
      }
    };
    known(policy.notify.targets, ['notify', 'targets']);
    known(policy.escalation.systemic.targets, ['escalation', 'systemic', 'targets']);
    for (const [index, { targets }] of policy.escalation.steps.entries()) {
      known(targets, ['escalation', 'steps', index, 'targets']);
    }
    for (const severity of severities) known(policy.responses[severity].webhooks, ['responses', severity, 'webhooks']);
    for (const fault of responseFaults(policy)) context.addIssue({ code: 'custom', ...fault });
  });

/** The document that the engines obey, complete. */
export type PolicyDocument = z.infer<typeof policySchema>;
