import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import autocannon from 'autocannon';
import Fastify from 'fastify';
import type { Ground } from './ground.ts';
import { singleBody, singleHeaders } from './singleSignal.ts';

const connections = 64;
const seconds = 4;

/** One durable signal a request, against an Apollo endpoint on the same framework whose resolver does nothing. */
export const singleIngest = {
  goals: { singleIngest: { atLeast: 1.8 } },
  measure: async (ground: Ground) => {
    const peer = await startIdleApollo();
    try {
      const idle = await requestsPerSecond(`${peer.url}/graphql`, ground.token);
      const ours = await requestsPerSecond(`${ground.url}/graphql`, ground.token);
      return {
        values: { singleIngest: ours / idle },
        detail: `${Math.round(ours)} signals/s, idle Apollo ${Math.round(idle)} requests/s`,
      };
    } finally {
      await peer.close();
    }
  },
};

async function requestsPerSecond(url: string, token: string): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: singleHeaders(token),
    body: singleBody,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refusals, ${result.errors} errors`);
  return result.requests.average;
}

async function startIdleApollo() {
  const apollo = new ApolloServer({
    typeDefs: `
      input SignalInput { source: String! service: String! title: String! reportedSeverity: String }
      type Payload { outcome: String! }
      type Query { unused: String }
      type Mutation { ingestSignal(input: SignalInput!): Payload! }`,
    resolvers: { Mutation: { ingestSignal: () => ({ outcome: 'OPENED' }) } },
  });
  await apollo.start();
  const fastify = Fastify();
  fastify.post('/graphql', fastifyApolloHandler(apollo));
  const url = await fastify.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    close: async () => {
      await fastify.close();
      await apollo.stop();
    },
  };
}
