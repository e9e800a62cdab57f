import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatPolicyYaml, type Policy, presets } from '../../server/src/engines/policy.ts';
import { prepareStage } from '../support/board.ts';
import { type FakeWebhook, startFakeWebhook } from '../support/fakeWebhook.ts';

let hook: FakeWebhook;
let isDown = true;
const options = { policy: '' };

beforeAll(async () => {
  hook = await startFakeWebhook(() => ({ status: isDown ? 500 : 204, body: isDown ? 'no paper' : '' }));
  const policy: Policy = {
    ...presets['load-v2'],
    targets: { log: { channel: 'log' }, pager: { channel: 'webhook', url: hook.url } },
    notify: { severities: ['HIGH', 'CRITICAL'], targets: ['pager'] },
  };
  options.policy = formatPolicyYaml(policy);
});
afterAll(() => hook.close());

// After the receiver: the policy names its address.
const stage = prepareStage(options);

test('the timeline shows a failed attempt, when the next is due, and then that it was delivered, without a reload', async () => {
  const { number } = await stage.incident();
  const tab = await stage.open({ path: `/incidents/${number}` });
  const timeline = tab.page.getByRole('region', { name: 'Timeline', exact: true });
  await timeline.getByText('pager is being notified').waitFor();
  const attempts = timeline.getByRole('list', { name: 'Attempts to reach pager' });
  await attempts.getByText('Attempt 1 failed').waitFor();
  await attempts.getByText('webhook: answered 500: no paper').first().waitFor();
  await attempts.getByText('Next attempt').waitFor();
  isDown = false;
  await timeline.getByText('pager was notified (webhook: answered 204)').waitFor();
  const lines = await attempts.getByRole('listitem').allTextContents();
  expect(lines[0]).toContain('Attempt 1 failed');
  expect(lines.at(-1)).toMatch(/^Attempt \d delivered/);
  expect(await timeline.getByText('pager is being notified').count()).toBe(0);
});
