import { activatePolicy } from '../../../application/activatePolicy.ts';
import { checkPolicy } from '../../../application/checkPolicy.ts';
import { connectionOf, decodeCursor, encodeCursor, notACursor, readPage } from '../../../application/connection.ts';
import { createPolicyDraft } from '../../../application/createPolicyDraft.ts';
import { diffPolicyVersions } from '../../../application/diffPolicyVersions.ts';
import { countPolicyActivations, readPolicyActivations } from '../../../application/policyAudit.ts';
import { may } from '../../../domain/access.ts';
import { formatPolicyYaml, presets, withoutSecrets } from '../../../engines/policy.ts';
import type { PolicyChange } from '../../../engines/policyDiff.ts';
import { policyJsonSchema } from '../../../engines/policyJsonSchema.ts';
import type {
  MutationResolvers,
  PolicyActivationResolvers,
  PolicyResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import { toUserError } from './incidents.ts';

const pageBounds = { standard: 20, most: 100 };

export const policyQueries = {
  policy: async (_root, { version }, { app }) => {
    const wanted = version ?? (await app.policies.active()).version;
    return wanted < 1 ? null : await app.policies.version(wanted);
  },
  policies: async (_root, args, { app }) => {
    const page = readPage(args, pageBounds);
    const rows = await app.policies.list({ before: numberOf(page.after), limit: page.limit + 1 });
    return connectionOf(
      rows,
      page,
      ({ version }) => encodeCursor([version]),
      () => app.policies.count(),
    );
  },
  policyDiff: async (_root, args, { app, viewer }) => {
    const found = await diffPolicyVersions(app, args, may(viewer, 'administer'));
    return found === null ? null : { ...args, text: found.text, changes: found.changes.map(toChange) };
  },
  policyPresets: () =>
    Object.values(presets).map((preset) => ({ name: preset.name, document: formatPolicyYaml(preset) })),
  policyJsonSchema: () => JSON.stringify(policyJsonSchema()),
  checkPolicy: async (_root, { document }, { app, viewer }) => {
    const { changes, text, userErrors } = await checkPolicy(app, viewer, document);
    return { changes: changes.map(toChange), text, userErrors: userErrors.map(toUserError) };
  },
  policyActivations: async (_root, args, { app }) => {
    const page = readPage(args, pageBounds);
    const rows = await readPolicyActivations(app, { before: numberOf(page.after), limit: page.limit + 1 });
    return connectionOf(
      rows,
      page,
      ({ id }) => encodeCursor([id]),
      () => countPolicyActivations(app),
    );
  },
} satisfies Partial<QueryResolvers>;

export const policyMutations = {
  createPolicyDraft: async (_root, { input }, { app, viewer }) => {
    const { policy, changes, userErrors } = await createPolicyDraft(app, viewer, input);
    return { policy, changes: changes.map(toChange), userErrors: userErrors.map(toUserError) };
  },
  activatePolicy: async (_root, { input }, { app, viewer }) => {
    const { policy, userErrors } = await activatePolicy(app, viewer, input);
    return { policy, userErrors: userErrors.map(toUserError) };
  },
} satisfies Partial<MutationResolvers>;

export const policyFields = {
  document: ({ policy }, _args, { viewer }) =>
    formatPolicyYaml(may(viewer, 'administer') ? policy : withoutSecrets(policy)),
} satisfies PolicyResolvers;

export const policyActivationFields = {
  changes: async ({ version, previousVersion }, _args, { app, viewer }) => {
    if (previousVersion === null) return [];
    const range = { from: previousVersion, to: version };
    return (await diffPolicyVersions(app, range, may(viewer, 'administer')))?.changes.map(toChange) ?? [];
  },
} satisfies PolicyActivationResolvers;

/** The contract's lists are not readonly. */
function toChange({ path, before, after }: PolicyChange) {
  return { path: [...path], before, after };
}

function numberOf(cursor: string | null): number | null {
  if (cursor === null) return null;
  const [value] = decodeCursor(cursor, 'after', 1);
  if (typeof value === 'number' && value === Math.trunc(value) && Math.abs(value) < 2 ** 31) return value;
  throw notACursor('after');
}
