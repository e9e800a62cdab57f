import { expect, test } from 'vitest';
import { permissions } from './permissions.ts';
import { createSchema } from './schema.ts';

const schema = createSchema();

test.each(['query', 'mutation', 'subscription'] as const)(
  'every root field of %s says what it asks of its caller',
  (operation) => {
    const type = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].find(
      (root) => root?.name.toLowerCase() === operation,
    );
    expect(Object.keys(permissions[operation]).sort()).toEqual(Object.keys(type?.getFields() ?? {}).sort());
  },
);
