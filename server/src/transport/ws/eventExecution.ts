import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  getOperationAST,
  Kind,
  visit,
} from 'graphql';

/** The arguments of one event's execution: those of the subscription, with the event at its root and a context of its own. */
export type EventArgs = (payload: unknown) => ExecutionArgs;

/** What graphql-ws takes for a subscription: it must have all three methods to be ended when its socket closes. */
export type EventResults = AsyncIterableIterator<ExecutionResult, void> &
  Required<Pick<AsyncIterator<ExecutionResult, void>, 'return' | 'throw'>>;

/** Results by event, then by what is asked of it: subscribers that ask the same of the same event share one execution. */
const shared = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();

/** Runs a subscription. Errors before its first event are a result; errors of the source end the iteration. */
export async function subscribeShared(
  args: ExecutionArgs,
  eventArgs: EventArgs,
): Promise<ExecutionResult | EventResults> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const question = questionOf(args);
  const events = source[Symbol.asyncIterator]();
  const results: EventResults = {
    next: async () => {
      const event = await events.next();
      if (event.done) return { done: true, value: undefined };
      return { done: false, value: await executeOnce(question, eventArgs(event.value)) };
    },
    return: async () => {
      await events.return?.();
      return { done: true, value: undefined };
    },
    throw: async (error) => {
      await events.return?.();
      throw error;
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}

async function executeOnce(question: string, args: ExecutionArgs): Promise<ExecutionResult> {
  const event = eventOf(args.rootValue);
  if (event === null) return await execute(args);
  const results = shared.get(event) ?? new Map<string, Promise<ExecutionResult>>();
  shared.set(event, results);
  const known = results.get(question);
  if (known) return await known;
  const result = Promise.resolve(execute(args));
  results.set(question, result);
  return await result;
}

/** The value of the payload's only field: the same object for all who receive the event. */
function eventOf(payload: unknown): object | null {
  const [value] = typeof payload === 'object' && payload !== null ? Object.values(payload) : [];
  return typeof value === 'object' && value !== null ? value : null;
}

/** What a subscription asks of each event. The cursor that it began at makes no difference to it. */
function questionOf({ document, operationName, variableValues }: ExecutionArgs): string {
  const ignored = cursorVariable(document, operationName);
  const variables = Object.entries(variableValues ?? {}).filter(([name]) => name !== ignored);
  return JSON.stringify([document.loc?.source.body, operationName, variables.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The variable that stands for `after` of the root field and for nothing else. */
function cursorVariable(document: DocumentNode, operationName: string | null | undefined): string | null {
  const root = getOperationAST(document, operationName)?.selectionSet.selections[0];
  if (root?.kind !== Kind.FIELD) return null;
  const after = root.arguments?.find(({ name }) => name.value === 'after')?.value;
  if (after?.kind !== Kind.VARIABLE) return null;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      if (name.value === after.name.value) uses += 1;
    },
  });
  return uses === 1 ? after.name.value : null;
}
