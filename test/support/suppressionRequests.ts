import { requestGraphQL } from './request.ts';
import type { TestVigil } from './startVigil.ts';

const minute = 60_000;

export interface Ingested {
  readonly outcome: string;
  readonly incident: { readonly id: string; readonly status: string; readonly signalCount: number } | null;
  readonly decision: { readonly suppressedBy: readonly { kind: string; id: string; reason: string }[] };
}

export interface Refusal {
  readonly code: string;
  readonly field: readonly string[];
}

type Input = Record<string, unknown>;

/** Matches the service that `ingest` sends of. */
export const checkout = [{ name: 'service', value: 'checkout' }];

/** What the tests of silences, maintenance windows, inhibition and flapping ask a server for, as its administrator. */
export function suppressionRequests(vigil: TestVigil) {
  async function request<Data>(query: string, variables: Input = {}): Promise<Data> {
    const { data, errors } = await requestGraphQL<Data>(vigil, query, variables);
    if (errors !== undefined || data === null) throw new Error(JSON.stringify(errors));
    return data;
  }

  const inMinutes = async (minutes: number) =>
    new Date((await vigil.app.clock.now()).getTime() + minutes * minute).toISOString();

  return {
    request,
    inMinutes,

    /** Sends a signal: alert `disk` of service `checkout` fires with HIGH, but for what is given. */
    async ingest(changes: Input = {}): Promise<Ingested> {
      const disk = {
        source: 'test',
        service: 'checkout',
        title: 'Disk is full',
        dedupKey: 'disk',
        reportedSeverity: 'HIGH',
      };
      const { ingestSignal } = await request<{ ingestSignal: Ingested }>(
        `mutation ($input: SignalInput!) { ingestSignal(input: $input) {
          outcome incident { id status signalCount } decision { suppressedBy { kind id reason } } } }`,
        { input: { ...disk, ...changes } },
      );
      return ingestSignal;
    },

    /** For an hour from now, but for what is given. */
    async createSilence(input: Input = {}) {
      const given = { matchers: checkout, until: await inMinutes(60), comment: 'We know', ...input };
      const { createSilence } = await request<{ createSilence: { silence: { id: string }; userErrors: Refusal[] } }>(
        `mutation ($input: CreateSilenceInput!) { createSilence(input: $input) {
          silence { id state author from until matchers { text } } userErrors { code message field } } }`,
        { input: given },
      );
      return createSilence;
    },

    async createWindow(schedule: Input) {
      const { createMaintenanceWindow } = await request<{
        createMaintenanceWindow: { maintenanceWindow: { id: string }; userErrors: Refusal[] };
      }>(
        `mutation ($input: CreateMaintenanceWindowInput!) { createMaintenanceWindow(input: $input) {
          maintenanceWindow { id open lastUntil occurrences(first: 2) { from until } } userErrors { code message field } } }`,
        { input: { name: 'Backups', matchers: checkout, schedule } },
      );
      return createMaintenanceWindow;
    },

    /** How many notifications were ordered so far. */
    async notifications(): Promise<number> {
      const [row] = await vigil.app.database.sql<{ count: number }[]>`
        select count(*)::int as count from pgboss.job where name = 'notify'`;
      return row?.count ?? -1;
    },

    async suppressedAlerts(): Promise<unknown[]> {
      const { suppressedAlerts } = await request<{ suppressedAlerts: { nodes: unknown[] } }>(
        '{ suppressedAlerts { nodes { dedupKey severity signalCount suppressedBy { kind } } } }',
      );
      return suppressedAlerts.nodes;
    },
  };
}
