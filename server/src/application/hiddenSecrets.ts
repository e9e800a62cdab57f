import { hiddenSecret, type Policy, type PolicyFault } from '../engines/policy.ts';

/** A document that was exported by somebody who may not see secrets would make the placeholder the secret. */
export function hiddenSecretFaults({ targets }: Policy): PolicyFault[] {
  return Object.entries(targets).flatMap(([name, target]) => {
    if (!('secret' in target) || target.secret !== hiddenSecret) return [];
    const message = `targets.${name}.secret is "${hiddenSecret}": expected the secret itself, which only an ADMIN's export shows.`;
    return [{ path: ['targets', name, 'secret'], message }];
  });
}

/** The same document with the secrets that it hides put back from the policy in force, where they stand there under the same name. */
export function withKnownSecrets(policy: Policy, { targets: known }: Policy): Policy {
  const targets = Object.entries(policy.targets).map(([name, target]) => {
    const before = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!('secret' in target) || target.secret !== hiddenSecret) return [name, target];
    return [name, before !== undefined && 'secret' in before ? { ...target, secret: before.secret } : target];
  });
  return { ...policy, targets: Object.fromEntries(targets) };
}
