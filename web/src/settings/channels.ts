import { parse } from 'yaml';

export interface Channel {
  readonly name: string;
  readonly channel: string;
  /** Where it is sent to; null for channels without an address. */
  readonly url: string | null;
  readonly isSigned: boolean;
  /** For what the policy sends to it, in words. */
  readonly uses: readonly string[];
}

export interface ChannelOverview {
  readonly channels: readonly Channel[];
  /** The policy's field `learned`. */
  readonly learned: string;
}

/** What a policy sends where, read from its document, which is complete and has been checked. */
export function channelsOf(document: string): ChannelOverview {
  const policy = recordOf(parse(document));
  const notify = recordOf(policy.notify);
  const escalation = recordOf(policy.escalation);
  const uses: [string, string][] = [
    ...names(notify.targets).map((name): [string, string] => [
      name,
      `new and worse incidents (${words(notify.severities)})`,
    ]),
    ...listOf(escalation.steps).flatMap((step) => {
      const { targets, afterMinutes } = recordOf(step);
      return names(targets).map((name): [string, string] => [name, `escalation after ${String(afterMinutes)} min`]);
    }),
    ...names(recordOf(escalation.systemic).targets).map((name): [string, string] => [name, 'many CRITICAL at once']),
    ...Object.entries(recordOf(policy.responses)).flatMap(([severity, response]) =>
      names(recordOf(response).webhooks).map((name): [string, string] => [name, `action on ${severity}`]),
    ),
  ];
  const channels = Object.entries(recordOf(policy.targets)).map(([name, target]): Channel => {
    const { channel, url, secret } = recordOf(target);
    return {
      name,
      channel: String(channel),
      url: typeof url === 'string' ? url : null,
      isSigned: typeof secret === 'string',
      uses: [...new Set(uses.filter(([used]) => used === name).map(([, use]) => use))],
    };
  });
  return { channels, learned: String(policy.learned ?? 'off') };
}

function words(severities: unknown): string {
  return names(severities).join(', ') || 'of no severity';
}

function names(list: unknown): readonly string[] {
  return listOf(list).filter((name) => typeof name === 'string');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
