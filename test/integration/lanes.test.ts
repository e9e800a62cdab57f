import { afterAll, describe } from 'vitest';
import { startTwins } from '../support/startTwins.ts';
import { stage } from '../support/startVigil.ts';

/**
 * Tests that speak GraphQL over HTTP, again: each request goes to both lanes, and the answers are the same byte for byte. Those that reach
 * behind the contract, or wait for what comes with time, cannot be run by two servers at once; the other files of this
 * name have more documents.
 */
const suites = ['graphql', 'badInput', 'maintenance', 'policy'];

afterAll(() => {
  stage.startInstead = null;
});

for (const suite of suites) {
  describe(`${suite}, by both lanes`, async () => {
    stage.startInstead = startTwins;
    await import(`./${suite}.test.ts`);
  });
}
