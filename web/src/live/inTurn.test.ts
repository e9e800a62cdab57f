import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { Observable } from 'rxjs';
import { expect, test } from 'vitest';
import { inTurn } from './inTurn.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve));

test('what is wanted while something is read is read once more after it, however often it was wanted', async () => {
  const ends: (() => void)[] = [];
  const want = inTurn(() => new Promise<void>((resolve) => ends.push(resolve)));
  want();
  want();
  want();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await turn();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await turn();
  expect(ends).toHaveLength(2);
  want();
  expect(ends).toHaveLength(3);
});

test('a reading that fails keeps nobody from the next one', async () => {
  let readings = 0;
  const want = inTurn(async () => {
    readings += 1;
    throw new Error('the server is away');
  });
  want();
  await turn();
  want();
  await turn();
  expect(readings).toBe(2);
});

test('a change that comes while an answer is on its way is seen, though the client asks no question twice at a time', async () => {
  let stored = 'before';
  const answers: (() => void)[] = [];
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        const data = { silences: stored };
        answers.push(() => {
          observer.next({ data });
          observer.complete();
        });
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  let seen: unknown;
  const want = inTurn(async () => {
    seen = (await client.query({ query: gql('{ silences }'), fetchPolicy: 'network-only' })).data;
  });
  want();
  await turn();
  stored = 'after';
  want();
  answers[0]?.();
  await turn();
  await turn();
  answers[1]?.();
  await turn();
  await turn();
  expect(seen).toEqual({ silences: 'after' });
});
