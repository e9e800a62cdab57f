import type { ApolloClient, TypedDocumentNode } from '@apollo/client';
import { describeError } from '../../components/describeError.ts';

interface CommandPayload {
  readonly userErrors: readonly { readonly message: string }[];
}

/** Sends a command whose payload may refuse it; answers what went wrong in words for people, undefined when nothing did. */
export async function sendCommand<Data extends Record<string, CommandPayload | string | undefined>, Input>(
  client: ApolloClient,
  mutation: TypedDocumentNode<Data, { input: Input }>,
  input: Input,
): Promise<string | undefined> {
  try {
    const { data } = await client.mutate<Record<string, unknown>>({ mutation, variables: { input } });
    const payload = Object.values(data ?? {}).find(isPayload);
    return payload === undefined ? 'The server gave no answer.' : payload.userErrors[0]?.message;
  } catch (error) {
    return describeError(error).detail;
  }
}

function isPayload(value: unknown): value is CommandPayload {
  return typeof value === 'object' && value !== null && 'userErrors' in value;
}
