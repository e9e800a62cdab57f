import { expect, test } from 'vitest';
import { formatPolicyYaml, type Policy, presets } from '../../server/src/engines/policy.ts';
import { prepareStage } from '../support/board.ts';

/** HIGH is late after six seconds, CRITICAL not while the test runs; nothing escalates before either. */
const policyOf = (criticalMinutes: number): Policy => ({
  ...presets['load-v2'],
  grouping: { ...presets['load-v2'].grouping, by: 'service' },
  serviceLevel: {
    objective: 0.95,
    acknowledgeMinutes: { LOW: null, MEDIUM: 60, HIGH: 0.1, CRITICAL: criticalMinutes },
  },
});

const stage = prepareStage({ policy: formatPolicyYaml(policyOf(12)) });
const pastTarget = /Past its target: to be acknowledged within 6 s/;

test('the grid shows the age against the time that the service level gives, marks what is late, and follows the policy', async () => {
  const critical = await stage.incident({ reportedSeverity: 'CRITICAL', confidence: 1 });
  const high = await stage.incident({ reportedSeverity: 'HIGH', confidence: 1 });
  const low = await stage.incident({ reportedSeverity: 'LOW', confidence: 1 });
  const tab = await stage.open({ path: '/?view=grid' });
  const grid = tab.page.getByRole('grid', { name: 'Incidents' });
  const row = ({ number }: { number: number }) => grid.getByRole('row', { name: new RegExp(`^#${number} `) });
  await row(critical).getByText('of 12 min').waitFor();
  await row(high).getByText('of 6 s').waitFor();
  await row(high).getByText(pastTarget).waitFor();
  expect(await row(critical).getByText('Past its target').count()).toBe(0);
  await row(low).getByRole('time').waitFor();
  expect(
    await row(low)
      .getByText(/ of \d/)
      .count(),
  ).toBe(0);

  await tab.page.goto(`${stage.vigil.url}/`);
  await tab.card(high.number, 'Open').getByText(pastTarget).waitFor();
  await tab.page.goBack();

  const { policy } = await stage.client.createPolicyDraft(formatPolicyYaml(policyOf(25)));
  await stage.client.activatePolicy(policy?.version ?? 0, 'CRITICAL may take longer');
  await row(critical).getByText('of 25 min').waitFor();
  await stage.client.acknowledge(high.id);
  await expect
    .poll(() =>
      row(high)
        .getByText(/ of 6 s/)
        .count(),
    )
    .toBe(0);
});
