import { expect, test } from 'vitest';
import { channelsOf } from './channels.ts';

const document = `
notify: { severities: [HIGH, CRITICAL], targets: [team] }
escalation:
  steps:
    - { afterMinutes: 5, targets: [team, boss] }
    - { afterMinutes: 15, targets: [boss] }
  systemic: { targets: [boss] }
responses: { CRITICAL: { webhooks: [robot] }, LOW: { webhooks: [] } }
learned: shadow
targets:
  team: { channel: webhook, url: "https://team.example/hook", secret: "(hidden)" }
  boss: { channel: webhook, url: "https://boss.example" }
  robot: { channel: webhook, url: "https://robot.example" }
  unused: { channel: log }
`;

test('each target is told with its address and what is sent to it', () => {
  const { channels, learned } = channelsOf(document);
  expect(learned).toBe('shadow');
  expect(channels).toEqual([
    {
      name: 'team',
      channel: 'webhook',
      url: 'https://team.example/hook',
      isSigned: true,
      uses: ['new and worse incidents (HIGH, CRITICAL)', 'escalation after 5 min'],
    },
    {
      name: 'boss',
      channel: 'webhook',
      url: 'https://boss.example',
      isSigned: false,
      uses: ['escalation after 5 min', 'escalation after 15 min', 'many CRITICAL at once'],
    },
    { name: 'robot', channel: 'webhook', url: 'https://robot.example', isSigned: false, uses: ['action on CRITICAL'] },
    { name: 'unused', channel: 'log', url: null, isSigned: false, uses: [] },
  ]);
});

test('what is no policy has no channels', () => {
  expect(channelsOf('- 1')).toEqual({ channels: [], learned: 'off' });
});
