import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { leakedResources } from './leakedResources.ts';

/** Sockets close and processes end a little after their `close()`; longer than this is a leak. */
const graceMs = 3000;
const pollMs = 25;

// This hook is registered before those of the test file and therefore runs after all of them.
const before = process.getActiveResourcesInfo();

afterAll(async () => {
  const deadline = performance.now() + graceMs;
  let leaked = leakedResources(before, process.getActiveResourcesInfo());
  while (leaked.length > 0 && performance.now() < deadline) {
    await sleep(pollMs, undefined, { ref: false });
    leaked = leakedResources(before, process.getActiveResourcesInfo());
  }
  if (leaked.length > 0) {
    throw new Error(
      `This test file leaves open what it opened: ${leaked.join(', ')}. Close it in afterEach or afterAll.`,
    );
  }
}, graceMs + 5000);
