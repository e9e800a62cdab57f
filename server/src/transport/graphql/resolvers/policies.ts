import { connectionOf, decodeCursor, encodeCursor, readPage } from '../../../application/connection.ts';
import { InvalidArgument } from '../../../application/invalidArgument.ts';
import { may } from '../../../domain/access.ts';
import { formatPolicyYaml, withoutSecrets } from '../../../engines/policy.ts';
import type { PolicyResolvers, QueryResolvers } from '../__generated__/resolvers.ts';

export const policyQueries = {
  policy: async (_root, { version }, { app }) => {
    const wanted = version ?? (await app.policies.active()).version;
    return wanted < 1 ? null : await app.policies.version(wanted);
  },
  policies: async (_root, args, { app }) => {
    const page = readPage(args, { standard: 20, most: 100 });
    const before = page.after === null ? null : versionOf(page.after);
    const rows = await app.policies.list({ before, limit: page.limit + 1 });
    return connectionOf(
      rows,
      page,
      ({ version }) => encodeCursor([version]),
      () => app.policies.count(),
    );
  },
} satisfies Partial<QueryResolvers>;

export const policyFields = {
  document: ({ policy }, _args, { viewer }) =>
    formatPolicyYaml(may(viewer, 'administer') ? policy : withoutSecrets(policy)),
} satisfies PolicyResolvers;

function versionOf(cursor: string): number {
  const [version] = decodeCursor(cursor, 'after', 1);
  if (Number.isSafeInteger(version)) return Number(version);
  throw new InvalidArgument(['after'], 'after is not a cursor of this list');
}
