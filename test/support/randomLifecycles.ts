import { acknowledgeIncident } from '../../server/src/application/acknowledgeIncident.ts';
import type { App } from '../../server/src/application/app.ts';
import { assignIncident } from '../../server/src/application/assignIncident.ts';
import { runDue } from '../../server/src/application/clockwork.ts';
import { mergeIncident, unmergeIncident } from '../../server/src/application/mergeIncident.ts';
import { overrideSeverity } from '../../server/src/application/overrideSeverity.ts';
import { reopenIncident } from '../../server/src/application/reopenIncident.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import { snoozeIncident, unsnoozeIncident } from '../../server/src/application/snoozeIncident.ts';
import { unacknowledgeIncident } from '../../server/src/application/unacknowledgeIncident.ts';
import { seededRandom } from '../../server/src/commands/demo/seededRandom.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import { severities } from '../../server/src/domain/severity.ts';
import { newSignal } from './signals.ts';

/** What makes lifecycles of every kind within some minutes: acknowledgements that lapse, steps that fire, a systemic incident. */
export const lifelyPolicy = `
profile: load-v2
name: lifely
grouping: { by: service, quietMinutes: 200 }
lifecycle: { acknowledgeTimeoutMinutes: 30, unacknowledgeOnRaise: true }
flapping: { stayResolvedMinutes: 1 }
`;

interface Act {
  readonly app: App;
  readonly viewer: Viewer;
  readonly id: string;
  readonly other: string;
  /** From 0 to 89. */
  readonly extent: number;
}

const acts = {
  acknowledge: ({ app, viewer, id }: Act) => acknowledgeIncident(app, viewer, { id }),
  unacknowledge: ({ app, viewer, id }: Act) => unacknowledgeIncident(app, viewer, { id }),
  resolve: ({ app, viewer, id }: Act) => resolveIncident(app, viewer, { id }),
  reopen: ({ app, viewer, id }: Act) => reopenIncident(app, viewer, { id }),
  snooze: ({ app, viewer, id, extent }: Act) => snoozeIncident(app, viewer, { id, minutes: 1 + extent }),
  unsnooze: ({ app, viewer, id }: Act) => unsnoozeIncident(app, viewer, { id }),
  assign: ({ app, viewer, id, extent }: Act) => assignIncident(app, viewer, { id, assignee: `person ${extent % 2}` }),
  override: ({ app, viewer, id, extent }: Act) =>
    overrideSeverity(app, viewer, { id, severity: severities[extent % 4] ?? null, reason: 'because' }),
  lift: ({ app, viewer, id }: Act) => overrideSeverity(app, viewer, { id, severity: null }),
  merge: ({ app, viewer, id, other }: Act) => mergeIncident(app, viewer, { id, into: other }),
  unmerge: ({ app, viewer, id }: Act) => unmergeIncident(app, viewer, { id }),
};
const names = Object.keys(acts) as (keyof typeof acts)[];

export interface Lifecycles {
  readonly app: App;
  readonly seed: number;
  readonly steps: number;
  readonly services: number;
  /** Some time passes, for all. */
  readonly advance: (ms: number) => void;
}

/** One client, who sends signals and does what people do, at random but the same for every run with a seed. */
export async function liveAtRandom({ app, seed, steps, services, advance }: Lifecycles): Promise<void> {
  const random = seededRandom(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  const viewer: Viewer = { tokenId: `token ${seed}` as TokenId, name: `person ${seed}`, role: 'RESPONDER' };
  for (let step = 0; step < steps; step += 1) {
    const kind = below(10);
    if (kind < 3) await sendSignals(app, below, services);
    else if (kind === 3) {
      advance(below(12) * 60_000 + below(60_000));
      await runDue(app);
    } else {
      const [incident, other] = await app.database.sql<{ id: string }[]>`
        select id from incident where historical = ${below(10) === 0}
        order by ${below(4) === 0} or status <> 'RESOLVED' desc, random() limit 2`;
      if (incident === undefined || other === undefined) continue;
      await acts[names[below(names.length)] ?? 'acknowledge']({
        ...{ app, viewer, id: incident.id, other: other.id },
        extent: below(90),
      });
    }
  }
}

async function sendSignals(app: App, below: (bound: number) => number, services: number): Promise<void> {
  const historical = below(5) === 0;
  const since = Date.UTC(2026, 0, 1 + below(3), below(24));
  const results = await app.intake.submit(
    Array.from({ length: 1 + below(60) }, (_, place) =>
      newSignal({
        source: `source ${below(3)}`,
        service: `service ${below(services)}`,
        title: `Alert ${below(4)}`,
        state: below(3) === 0 ? 'RESOLVED' : 'FIRING',
        reportedSeverity: severities[below(4)] ?? null,
        historical,
        ...(historical ? { occurredAt: new Date(since + place * (1 + below(40)) * 61_001) } : {}),
      }),
    ),
  );
  const rejected = results.filter(({ outcome }) => outcome === 'REJECTED');
  if (rejected.length > 0) throw new Error(`Rejected: ${JSON.stringify(rejected[0])}`);
}
