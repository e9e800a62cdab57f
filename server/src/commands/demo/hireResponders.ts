import { createVigilClient, type VigilClient, VigilError } from '@vigil/schema';

/** Somebody who answers in the demo. */
export interface Responder {
  /** As it stands on the timeline. */
  readonly name: string;
  readonly client: VigilClient;
  /** Takes their token out of force. */
  readonly leave: () => Promise<void>;
}

/**
 * People with tokens of their own, so that the board shows different names. Tokens that a demo left behind that was killed are
 * revoked first. Where the demo's own token may not make tokens, it answers itself.
 */
export async function hireResponders(url: string, own: VigilClient, names: readonly string[]): Promise<Responder[]> {
  try {
    const left = (await own.tokens()).filter(({ name }) => names.includes(name));
    for (const { id } of left) await own.revokeToken(id);
    return await Promise.all(names.map((name) => hire(url, own, name)));
  } catch (error) {
    if (!(error instanceof VigilError) || error.code !== 'FORBIDDEN') throw error;
    const { name } = await own.viewer();
    return [{ name, client: own, leave: async () => {} }];
  }
}

async function hire(url: string, own: VigilClient, name: string): Promise<Responder> {
  const { token, secret, userErrors } = await own.createToken(name, 'RESPONDER');
  if (!token || !secret) throw new Error(`No token for ${name}: ${userErrors[0]?.message}`);
  const client = createVigilClient({ url, token: secret });
  const leave = async () => {
    client.close();
    await own.revokeToken(token.id);
  };
  return { name, client, leave };
}
