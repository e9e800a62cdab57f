import { z } from 'zod';
import { type Severity, severities } from '../domain/severity.ts';

const targetNames = z.array(z.string().min(1).max(100)).max(20);

/** What follows for incidents of a severity beside what `notify` and `escalation` say. */
export const responseSchema = z.strictObject({
  /** It is to be looked at on the board, though nobody is told. */
  watch: z.boolean(),
  /** Webhook targets that run something, with the incident's data. */
  webhooks: targetNames,
  /** Whether the first step of `escalation` waits for its time. */
  escalate: z.enum(['bySteps', 'atOnce']),
  /** It needs nobody: it is resolved as soon as a signal has opened it. */
  resolve: z.boolean(),
});

/**
 * No target gets more than `perTarget` messages within `minutes`; what is beyond is told with the next message. Of these, a share is kept
 * for CRITICAL. Null: no bound.
 */
export const rateSchema = z
  .strictObject({
    perTarget: z.int().min(1).max(10_000),
    minutes: z.number().min(0.1).max(1_440),
    criticalShare: z.number().min(0).max(0.9),
  })
  .nullable();

const acknowledgeMinutes = z.number().min(0.1).max(525_600).nullable();

/** What the metrics measure acknowledgements by; decides nothing. */
export const serviceLevelSchema = z.strictObject({
  /** The share of incidents that is to be acknowledged in time; what is above it is the error budget. */
  objective: z.number().min(0).max(0.9999),
  /** From the opening. Null: incidents of this severity need not be acknowledged. */
  acknowledgeMinutes: z.strictObject({
    LOW: acknowledgeMinutes,
    MEDIUM: acknowledgeMinutes,
    HIGH: acknowledgeMinutes,
    CRITICAL: acknowledgeMinutes,
  }),
});

interface Responding {
  readonly responses: Readonly<Record<Severity, z.infer<typeof responseSchema>>>;
  readonly notify: { readonly severities: readonly Severity[] };
  readonly escalation: { readonly severities: readonly Severity[] };
  readonly targets: Readonly<Record<string, { readonly channel: string }>>;
}

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Responses that contradict the rest of the policy. That a target is unknown is said elsewhere. */
export function responseFaults({ responses, notify, escalation, targets }: Responding): Fault[] {
  return severities.flatMap((severity) => {
    const { webhooks, escalate, resolve } = responses[severity];
    const faults: Fault[] = [];
    const refuse = (field: (string | number)[], message: string) =>
      faults.push({ path: ['responses', severity, ...field], message });
    for (const [index, name] of webhooks.entries()) {
      const channel = Object.hasOwn(targets, name) ? targets[name]?.channel : undefined;
      if (channel !== undefined && channel !== 'webhook') refuse(['webhooks', index], 'expected a webhook target');
    }
    const escalates = escalation.severities.includes(severity);
    if (escalate === 'atOnce' && !escalates) {
      refuse(['escalate'], 'expected bySteps where escalation.severities does not name the severity');
    }
    if (resolve && (escalates || notify.severities.includes(severity))) {
      refuse(['resolve'], 'expected false where notify or escalation names the severity: somebody is to look at it');
    }
    return faults;
  });
}
