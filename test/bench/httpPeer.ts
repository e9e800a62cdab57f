import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { oneTransactionPerSignal } from './builderWriter.ts';

/** An Apollo endpoint on the framework that Vigil uses, in a process of its own that singleIngest.ts starts. */
export interface FromHttpPeer {
  readonly url: string;
}

const typeDefs = `
  enum Severity { LOW MEDIUM HIGH CRITICAL }
  input SignalInput { source: String! service: String! title: String! reportedSeverity: Severity }
  type Payload { outcome: String! }
  type Query { unused: String }
  type Mutation { ingestSignal(input: SignalInput!): Payload! }`;

const [databaseUrl] = process.argv.slice(2);
// Without a database it answers and does nothing.
const store = databaseUrl === undefined ? null : oneTransactionPerSignal(databaseUrl);
const apollo = new ApolloServer({
  typeDefs,
  resolvers: {
    Mutation: {
      ingestSignal: async (
        _root: unknown,
        { input }: { input: { source: string; service: string; title: string } },
      ) => {
        await store?.(input);
        return { outcome: 'OPENED' };
      },
    },
  },
});
await apollo.start();
const fastify = Fastify();
fastify.post('/graphql', fastifyApolloHandler(apollo));
const url = await fastify.listen({ host: '127.0.0.1', port: 0 });
process.on('disconnect', () => process.exit());
process.send?.({ url } satisfies FromHttpPeer);
