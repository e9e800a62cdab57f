import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** What Stryker tells each run. */
    readonly mode: 'dry-run' | 'mutant';
    readonly activeMutant: string;
  }
}

/**
 * Turns the mutant on before any module loads, as if the code were written so: Stryker waits for the first test, by when fixtures have been
 * made; and until then the thread would still have the mutant of the run before.
 */
const stryker: unknown = Reflect.get(globalThis, '__stryker__');
if (typeof stryker === 'object' && stryker !== null) {
  Reflect.set(stryker, 'activeMutant', inject('mode') === 'mutant' ? inject('activeMutant') : undefined);
  Reflect.set(stryker, 'hitCount', 0);
}
