import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

/** Only this policy learns. */
const stage = prepareStage({ policy: 'load-v2' });

test('services that fire together are shown as what was learned, with how sure that is', async () => {
  for (let round = 0; round < 4; round += 1) {
    await stage.incident({ service: 'twin-a', dedupKey: `a ${round}`, title: 'A' });
    await stage.incident({ service: 'twin-b', dedupKey: `b ${round}`, title: 'B' });
    stage.vigil.advance(45 * 60_000);
  }
  await stage.incident({ service: 'alone', dedupKey: 'alone', title: 'C' });
  const tab = await stage.open({ path: '/services?view=learned' });
  const groups = tab.page.getByRole('list', { name: 'Learned groups' });
  await groups.getByText(/twin-a and twin-b, together \d times/).waitFor();
  expect(await groups.textContent()).not.toContain('alone');
});
