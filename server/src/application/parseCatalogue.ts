import { parseDocument } from 'yaml';
import { type CatalogueService, serviceBounds, type Tier, tiers } from '../domain/service.ts';
import type { UserError } from '../domain/userError.ts';
import { cleanLine } from './cleanText.ts';
import {
  type InputReader,
  openRecord,
  readLine,
  readOptionalLine,
  readOptionalText,
  refuse,
  shown,
} from './inputReader.ts';

export type ParsedServices =
  | { readonly ok: true; readonly services: readonly CatalogueService[] }
  | { readonly ok: false; readonly errors: readonly UserError[] };

const maximumLength = 1_000_000;
const documentFields = new Set(['services']);
const serviceFields = new Set(['name', 'tier', 'owner', 'description', 'dependsOn']);

/** Reads a service as GraphQL or YAML give it. Errors go to the reader's list. */
export function readService(reader: InputReader): CatalogueService {
  return {
    name: readLine(reader, 'name', serviceBounds.name),
    tier: readTier(reader),
    owner: readOptionalLine(reader, 'owner', serviceBounds.owner),
    description: readOptionalText(reader, 'description', serviceBounds.description),
    dependsOn: readDependencies(reader),
  };
}

/** The services of a document, YAML 1.2; `field` is the document's path in the request. */
export function parseCatalogue(document: string, field: readonly string[]): ParsedServices {
  const errors: UserError[] = [];
  const place = { base: field, list: null, index: 0, errors };
  if (document.length > maximumLength) {
    refuse(place, null, `document has ${document.length} characters, at most ${maximumLength} are allowed`);
    return { ok: false, errors };
  }
  const root = openRecord(parseYaml(document, place), place, documentFields, 'The document');
  if (root === null) return { ok: false, errors };
  const { services } = root.record;
  if (!Array.isArray(services) || services.length > serviceBounds.services) {
    const given = Array.isArray(services) ? `${services.length} were given` : `${shown(services)} was given`;
    refuse(root, 'services', `services must be a list of at most ${serviceBounds.services}, but ${given}.`);
    return { ok: false, errors };
  }
  const read = services.flatMap((entry: unknown, index) => {
    const reader = openRecord(entry, { base: field, list: 'services', index, errors }, serviceFields, 'A service');
    return reader === null ? [] : [readService(reader)];
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, services: read };
}

function parseYaml(text: string, place: Parameters<typeof refuse>[0]): unknown {
  try {
    const yaml = parseDocument(text, { logLevel: 'silent' });
    for (const error of yaml.errors) refuse(place, null, `Not YAML: ${error.message}`);
    // Aliases multiply what they name: a few lines could unfold into gigabytes.
    return yaml.errors.length > 0 ? {} : yaml.toJS({ maxAliasCount: 100 });
  } catch (error) {
    refuse(place, null, `Not YAML: ${error instanceof Error ? error.message : shown(error)}`);
    return {};
  }
}

function readTier(reader: InputReader): Tier {
  const { tier: given } = reader.record;
  const tier = tiers.find((one) => one === given);
  if (tier === undefined)
    refuse(reader, 'tier', `tier must be one of ${tiers.join(', ')}, but ${shown(given)} was given.`);
  return tier ?? 4;
}

function readDependencies(reader: InputReader): readonly string[] {
  const { dependsOn: given } = reader.record;
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given) || given.length > serviceBounds.dependencies) {
    const what = Array.isArray(given) ? `${given.length} were given` : `${shown(given)} was given`;
    refuse(
      reader,
      'dependsOn',
      `dependsOn must be a list of at most ${serviceBounds.dependencies} names, but ${what}.`,
    );
    return [];
  }
  return given.flatMap((name: unknown, place) => {
    const clean = typeof name === 'string' ? cleanLine(name) : '';
    const again = given.slice(0, place).some((earlier) => typeof earlier === 'string' && cleanLine(earlier) === clean);
    const known = clean !== '' && clean.length <= serviceBounds.name;
    if (known && !again) return [clean];
    const expected = known ? 'each name once' : `names of 1 to ${serviceBounds.name} characters`;
    refuse(
      reader,
      'dependsOn',
      `dependsOn must hold ${expected}, but ${shown(name)} was given${known ? ' again' : ''}.`,
    );
    return [];
  });
}
