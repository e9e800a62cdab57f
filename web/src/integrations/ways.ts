import type { IntegrationsQuery } from '../__generated__/operations.ts';
import { clientSnippet, curlLine, testSignal } from '../board/ingestSnippet.ts';

type Bridge = IntegrationsQuery['bridges'][number];

/** A way for signals to come in. */
export interface Way {
  /** Stands in the URL. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** What `Signal.source` says of signals that came this way, as the snippet has it. */
  readonly source: string;
  /** What to paste; `token` may be a name of a variable such as `$VIGIL_TOKEN`. */
  readonly snippet: (origin: string, token: string) => string;
  /** What to post as a test, and where; the signal of the test when null. */
  readonly test: { readonly path: string; readonly body: string } | null;
}

const ownWays: readonly Way[] = [
  {
    id: 'curl',
    title: 'curl',
    about: 'One line in a shell or a script.',
    source: 'curl',
    snippet: curlLine,
    test: null,
  },
  {
    id: 'typescript',
    title: 'TypeScript client',
    about: 'Typed; its subscriptions resume where they were cut off.',
    source: 'my-service',
    snippet: clientSnippet,
    test: null,
  },
  {
    id: 'graphql',
    title: 'GraphQL',
    about: 'Any language. Subscriptions come over the same address; try it all in the explorer.',
    source: 'graphql',
    snippet: graphqlSnippet,
    test: null,
  },
  {
    id: 'ndjson',
    title: 'NDJSON upload',
    about: 'A signal a line, each answered as it is stored, for as long as you like.',
    source: 'ndjson',
    snippet: (origin, token) => `tail -F signals.ndjson | curl -sN -T - -X POST ${origin}/ingest \\
  -H "Authorization: Bearer ${token}" -H 'Content-Type: application/x-ndjson'

# a line of signals.ndjson:
${JSON.stringify({ ...testSignal, source: 'ndjson' })}`,
    test: null,
  },
];

/** The server's own ways, then the formats of tools that it knows. */
export function waysOf(bridges: readonly Bridge[]): readonly Way[] {
  return [...ownWays, ...bridges.map(bridgeWay)];
}

function bridgeWay({ name, title, path, setup, sample }: Bridge): Way {
  return {
    id: name,
    title,
    about: `Posts to ${path} in its own format.`,
    source: name,
    snippet: (origin, token) => fillIn(setup, `${origin}${path}`, token),
    test: { path, body: sample },
  };
}

/** Puts the address and the token into a guide. A token that is not made yet stands by its name. */
export function fillIn(setup: string, address: string, token: string): string {
  const urlWithToken = address.replace('://', `://vigil:${token}@`);
  return setup
    .replaceAll('{{urlWithToken}}', () => urlWithToken)
    .replaceAll('{{url}}', () => address)
    .replaceAll('{{token}}', () => token);
}

function graphqlSnippet(origin: string, token: string): string {
  return `POST ${origin}/graphql
Authorization: Bearer ${token}
Content-Type: application/json

mutation ($input: SignalInput!) {
  ingestSignal(input: $input) {
    outcome
    incident { number severity }
    userErrors { field message }
  }
}

${JSON.stringify({ input: { ...testSignal, source: 'graphql' } }, null, 2)}`;
}
