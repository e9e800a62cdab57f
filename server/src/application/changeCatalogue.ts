import type { TransactionSql } from 'postgres';
import type { CatalogueService } from '../domain/service.ts';
import type { UserError } from '../domain/userError.ts';
import { type CatalogueFault, planCatalogue } from '../engines/catalogueChange.ts';
import { advisoryLocks } from '../persistence/advisoryLocks.ts';
import { raiseKnowledgeVersion, readServices, writeServices } from '../persistence/catalogue.ts';
import type { App } from './app.ts';
import { cleanLine } from './cleanText.ts';
import type { InputReader } from './inputReader.ts';
import { parseCatalogue, readService } from './parseCatalogue.ts';

type CatalogueApp = Pick<App, 'database'>;

export interface ServicePayload {
  readonly service: CatalogueService | null;
  readonly userErrors: readonly UserError[];
}

export interface ImportPayload {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly userErrors: readonly UserError[];
}

export interface ServiceInput {
  readonly name: string;
  readonly tier: number;
  readonly owner?: string | null;
  readonly description?: string | null;
  readonly dependsOn?: readonly string[] | null;
}

/** Adds a service or changes it. */
export async function upsertService(app: CatalogueApp, input: ServiceInput): Promise<ServicePayload> {
  const errors: UserError[] = [];
  const reader: InputReader = { record: { ...input }, base: ['input'], list: null, index: 0, errors };
  const service = readService(reader);
  if (errors.length > 0) return { service: null, userErrors: errors };
  const { userErrors } = await store(app, [service], false, () => ['input']);
  const stored = { ...service, dependsOn: service.dependsOn.toSorted() };
  return { service: userErrors.length > 0 ? null : stored, userErrors };
}

/** Takes in a document, all of it or nothing. */
export async function importCatalogue(
  app: CatalogueApp,
  input: { document: string; replace?: boolean | null },
): Promise<ImportPayload> {
  const field = ['input', 'document'];
  const parsed = parseCatalogue(input.document, field);
  if (!parsed.ok) return { added: 0, changed: 0, removed: 0, userErrors: parsed.errors };
  return store(app, parsed.services, input.replace ?? false, (index) => [...field, 'services', String(index)]);
}

/** Takes a service out; refused while others depend on it. */
export async function removeService(app: CatalogueApp, input: { name: string }): Promise<ServicePayload> {
  const name = cleanLine(input.name);
  return change(app, async (tx, raise) => {
    const services = await readServices(tx);
    const service = services.find((one) => one.name === name) ?? null;
    const refusal = (code: UserError['code'], message: string): ServicePayload => {
      return { service: null, userErrors: [{ code, message, field: ['input', 'name'] }] };
    };
    if (service === null) return refusal('NOT_FOUND', `There is no service ${JSON.stringify(name.slice(0, 100))}`);
    const dependents = services.filter(({ dependsOn }) => dependsOn.includes(name)).map((one) => one.name);
    if (dependents.length > 0) {
      const some = `${dependents.slice(0, 5).join(', ')}${dependents.length > 5 ? ` and ${dependents.length - 5} more` : ''}`;
      return refusal('CONFLICT', `Others depend on it: ${some}`);
    }
    await raise();
    await writeServices(tx, { changed: [], removed: [name] });
    return { service, userErrors: [] };
  });
}

async function store(
  app: CatalogueApp,
  given: readonly CatalogueService[],
  replace: boolean,
  fieldOf: (index: number) => string[],
): Promise<ImportPayload> {
  return change(app, async (tx, raise) => {
    const planned = planCatalogue(await readServices(tx), given, replace);
    if (!planned.ok) {
      const userErrors = planned.faults.map((fault) => toUserError(fault, fieldOf));
      return { added: 0, changed: 0, removed: 0, userErrors };
    }
    const { changed, removed, added } = planned.change;
    if (changed.length + removed.length > 0) {
      await raise();
      await writeServices(tx, { changed, removed });
    }
    return { added, changed: changed.length - added, removed: removed.length, userErrors: [] };
  });
}

/** One change at a time on all servers, so that two changes that are right alone do not make a circle together. */
async function change<Result>(
  { database }: CatalogueApp,
  make: (tx: TransactionSql, raise: () => Promise<unknown>) => Promise<Result>,
): Promise<Result> {
  const result = await database.sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${advisoryLocks.catalogue})`;
    return { made: await make(tx, () => raiseKnowledgeVersion(tx, 'catalogue')) };
  });
  return result.made;
}

function toUserError({ index, dependency, message }: CatalogueFault, fieldOf: (index: number) => string[]): UserError {
  const field = index === null ? ['input'] : fieldOf(index);
  const path = dependency === null ? field : [...field, 'dependsOn', String(dependency)];
  return { code: 'INVALID', message, field: path };
}
