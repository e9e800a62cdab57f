const input = { source: 'bench', service: 'checkout', title: 'Checkout is slow', reportedSeverity: 'MEDIUM' };
const query = 'mutation ($input: SignalInput!) { ingestSignal(input: $input) { outcome } }';

/** One signal a request, as a bridge sends it. */
export const singleBody = JSON.stringify({ query, variables: { input } });

export function singleHeaders(token: string): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${token}` };
}
