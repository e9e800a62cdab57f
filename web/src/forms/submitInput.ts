import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { describeError } from '../components/describeError.ts';

/** What is wrong with something that was typed, with the place of it in the request. */
export interface Problem {
  readonly message: string;
  readonly field: readonly string[] | null;
}

export interface Submitted<Data> {
  /** Undefined when the request itself failed. */
  readonly data: Data | undefined;
  /** Empty when the server agreed. */
  readonly problems: readonly Problem[];
}

interface Payload {
  readonly userErrors: readonly Problem[];
}

/** Sends a mutation and answers what is wrong in words for people; never throws. */
export async function submitInput<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Submitted<Data>> {
  try {
    const { data } = await client.mutate<Data, OperationVariables>({ mutation, variables });
    const payload = Object.values(data ?? {}).find(isPayload);
    if (data === undefined || payload === undefined) return failed('The server gave no answer.');
    return { data: data as Data, problems: payload.userErrors };
  } catch (error) {
    return failed(describeError(error).detail);
  }
}

/** The problems at a place below the request's input, or within it. */
export function problemAt(problems: readonly Problem[], ...path: readonly string[]): string | undefined {
  const messages = problems
    .filter(({ field }) => field !== null && path.every((name, place) => field[place + 1] === name))
    .map(({ message }) => message);
  return messages.length === 0 ? undefined : messages.join(' ');
}

/** The problems that belong to none of the given fields of the input: to be shown for the form as a whole. */
export function otherProblems(problems: readonly Problem[], fields: readonly string[]): string | undefined {
  const others = problems.filter(({ field }) => field === null || !fields.includes(field[1] ?? ''));
  return others.length === 0 ? undefined : others.map(({ message }) => message).join(' ');
}

function failed(message: string): Submitted<never> {
  return { data: undefined, problems: [{ message, field: null }] };
}

function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && 'userErrors' in value;
}
