import { Webhook } from 'standardwebhooks';
import { basicCredentials } from './basicCredentials.ts';
import type { Channel, Delivery, Notification, TargetOf } from './channel.ts';

const timeoutMs = 10_000;
/** Of an answer no more is read than a message has use for. */
const maxAnswerBytes = 1_000;
const retriedStatuses = new Set([408, 425, 429]);

/**
 * Posts JSON as Standard Webhooks has it (https://www.standardwebhooks.com): `webhook-id` is the same for every attempt, and with a secret
 * the body is signed. Redirects are not followed: a signed body goes where the policy says and nowhere else.
 */
export const webhookChannel: Channel<'webhook'> = {
  send: async (target, notification, { signal }) => {
    const body = JSON.stringify(payload(notification));
    const headers = signedHeaders(target, notification, body);
    if (headers === null) {
      return { delivered: false, retry: false, reason: 'the secret begins with whsec_ and is not base64' };
    }
    const tooLong = AbortSignal.timeout(timeoutMs);
    try {
      const { address, authorization } = addressOf(target);
      const response = await fetch(address, {
        method: 'POST',
        headers: { ...headers, ...authorization },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([signal, tooLong]),
      });
      return await judge(response);
    } catch (error) {
      if (tooLong.aborted) return { delivered: false, retry: true, reason: `no answer within ${timeoutMs / 1_000} s` };
      return { delivered: false, retry: true, reason: networkReason(error) };
    }
  },
};

function payload({ at, target, reason, severity, runs, incident, more }: Notification) {
  const type = runs === true ? 'incident.action' : 'incident.notification';
  return { type, timestamp: at.toISOString(), data: { target, reason, severity, incident, more } };
}

/** Null when the secret is none. */
function signedHeaders(
  { secret }: TargetOf<'webhook'>,
  { key, at }: Notification,
  body: string,
): Record<string, string> | null {
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'vigil',
    // No connection is kept: what a receiver closed a moment ago must not cost an attempt.
    connection: 'close',
    'webhook-id': key,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  };
  if (secret === undefined) return headers;
  try {
    // As the standard has it a secret is `whsec_` and base64; any other text is its own bytes.
    const webhook = secret.startsWith('whsec_')
      ? new Webhook(secret)
      : new Webhook(Buffer.from(secret, 'utf8'), { format: 'raw' });
    return { ...headers, 'webhook-signature': webhook.sign(key, at, body) };
  } catch {
    return null;
  }
}

/** `fetch` refuses an address that holds a name and a password: they are what the header for them is made of. */
function addressOf({ url }: TargetOf<'webhook'>): { address: URL; authorization: Record<string, string> } {
  const address = new URL(url);
  const credentials = basicCredentials(address);
  if (credentials === null) return { address, authorization: {} };
  address.username = '';
  address.password = '';
  return { address, authorization: { authorization: `Basic ${credentials}` } };
}

async function judge(response: Response): Promise<Delivery> {
  const { status } = response;
  if (response.ok) {
    await response.body?.cancel();
    return { delivered: true, detail: `answered ${status}` };
  }
  const answer = await beginning(response);
  const reason = `answered ${status}${answer === '' ? '' : `: ${answer}`}`;
  if (status >= 300 && status < 400) {
    return { delivered: false, retry: false, reason: `answered ${status}: redirects are not followed` };
  }
  return { delivered: false, retry: retriedStatuses.has(status) || status >= 500, reason };
}

/** The beginning of an answer, or as much of it as came, on one line. */
async function beginning(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= maxAnswerBytes) break;
    }
  } catch {
    // It broke off, or took too long.
  }
  const text = Buffer.concat(chunks).subarray(0, maxAnswerBytes).toString('utf8');
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed();
}

function networkReason(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof Error) return 'code' in cause ? `${cause.message} (${String(cause.code)})` : cause.message;
  return String(cause);
}
