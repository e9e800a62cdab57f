/** Starts the server without what writes the metrics' rollups, to measure what they cost. Its metrics are wrong. */
import { register } from 'node:module';

/** As the compiler leaves them. Each file must have its part, or the server does not start. */
const takenOut = {
  'application/pendingConsequences.ts': 'addCells\\(tx, ?changedCells\\(pending\\.flatMap\\(measureChangeOf\\)\\)\\)',
  'application/storeDecided.ts': 'addAlertNoise\\(tx, ?alertNoiseOf\\(decided\\)\\)',
};

const hooks = `
  const takenOut = ${JSON.stringify(takenOut)};
  export async function load(url, context, next) {
    const loaded = await next(url, context);
    for (const [file, pattern] of Object.entries(takenOut)) {
      if (!url.split('?')[0].endsWith('/server/src/' + file)) continue;
      const source = String(loaded.source);
      const without = source.replace(new RegExp(pattern), 'null');
      if (without === source) throw new Error(file + ' no longer has ' + pattern);
      return { ...loaded, source: without };
    }
    return loaded;
  }`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
await import('../../server/src/main.ts');
