import type { Connection } from '../../../application/connection.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';

const page = {
  nodes: <Node>({ edges }: Connection<Node>): Node[] => edges.map(({ node }) => node),
  totalCount: ({ totalCount }: Connection<unknown>): Promise<number> => totalCount(),
};

export const connectionResolvers = {
  IncidentConnection: page,
  AlertConnection: page,
  TimelineConnection: page,
  PolicyActivationConnection: page,
  PolicyConnection: page,
  ServiceConnection: page,
  SilenceConnection: page,
  MaintenanceWindowConnection: page,
  SuppressedAlertConnection: page,
} satisfies Partial<Resolvers>;
