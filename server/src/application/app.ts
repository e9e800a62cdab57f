import type { Logger } from 'pino';
import type { NewId } from '../domain/ids.ts';
import type { ChangeFeed } from '../feed/changeFeed.ts';
import type { JobQueue } from '../jobs/jobQueue.ts';
import type { Clock } from '../persistence/clock.ts';
import type { Database } from '../persistence/database.ts';
import type { KnowledgeCache } from './knowledge.ts';
import type { RememberedDays } from './metrics/rememberedDays.ts';
import type { Policies } from './policies.ts';
import type { SignalIntake } from './signalIntake.ts';

/** What every use case works with; made once at the start. */
export interface App {
  readonly database: Database;
  readonly clock: Clock;
  readonly policies: Policies;
  readonly knowledge: KnowledgeCache;
  readonly intake: SignalIntake;
  readonly feed: ChangeFeed;
  readonly jobs: JobQueue;
  readonly days: RememberedDays;
  readonly log: Logger;
  readonly newId: NewId;
  /** Whether the server plays its demo, so that nobody takes what it shows for real. */
  readonly demo: boolean;
}
