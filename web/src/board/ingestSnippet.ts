import type { SignalInput } from '../__generated__/operations.ts';

/** A signal that opens an incident under the default policy: reported as critical, with a reading above its threshold. */
export const testSignal: SignalInput = {
  source: 'vigil-test',
  service: 'checkout',
  title: 'Test: error rate of checkout is high',
  reportedSeverity: 'CRITICAL',
  confidence: 1,
  metrics: [{ name: 'error_rate', value: 12, unit: '%', warning: 2, critical: 5 }],
};

const document =
  'mutation ($input: SignalInput!) { ingestSignal(input: $input) { outcome incident { number } userErrors { message } } }';

/** The same with the typed client. `token` as above. */
export function clientSnippet(origin: string, token: string): string {
  const given = token.startsWith('$') ? `process.env.${token.slice(1)} ?? ''` : JSON.stringify(token);
  return `import { createVigilClient } from '@vigil/schema';

const vigil = createVigilClient({ url: '${origin}', token: ${given} });
const { outcome, incident } = await vigil.ingest({
  source: 'my-service',
  service: '${testSignal.service}',
  title: '${testSignal.title}',
  reportedSeverity: '${testSignal.reportedSeverity}',
  metrics: [{ name: 'error_rate', value: 12, unit: '%', warning: 2, critical: 5 }],
});
console.log(outcome, incident?.number);`;
}

/** A line for a shell that sends a signal. `token` may be a name of a variable such as `$VIGIL_TOKEN`. */
export function curlLine(origin: string, token: string): string {
  const body = JSON.stringify({ query: document, variables: { input: { ...testSignal, source: 'curl' } } });
  return [
    `curl -sS ${origin}/graphql`,
    `-H "authorization: Bearer ${token}"`,
    `-H 'content-type: application/json'`,
    `-d '${body.replaceAll("'", "'\\''")}'`,
  ].join(' \\\n  ');
}
