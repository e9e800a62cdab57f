import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LabelledAlert, parseLabelledAlerts } from '../../server/src/commands/evaluate/labelledAlerts.ts';

const recorded = fileURLToPath(new URL('../../../shared/data/labelled-alerts.jsonl.gz', import.meta.url));

/** The first alerts of the recorded faults where they are at hand, else faults like them. */
export function labelledStretch(count: number): LabelledAlert[] {
  const alerts = existsSync(recorded) ? parseLabelledAlerts(readFileSync(recorded)) : madeUpFaults();
  return alerts.slice(0, count);
}

/** Two systems of ten services; by turns one of them fires for five minutes, with some of the other's here and there. */
function madeUpFaults(): LabelledAlert[] {
  const systems = ['shop', 'bank'].map((name) => Array.from({ length: 10 }, (_, place) => `${name}-${place}`));
  return Array.from({ length: 80 }, (_, fault) =>
    Array.from({ length: 10 }, (_, round) =>
      (systems[fault % 2] ?? []).map((service, place) => ({
        atMs: 1_700_000_000_000 + fault * 1_500_000 + round * 30_000 + place * 900,
        title: place % 3 === 0 ? 'Slow' : 'Errors',
        service: (fault * 7 + round + place) % 29 === 0 ? (systems[1 - (fault % 2)]?.[place] ?? service) : service,
        source: place % 2 === 0 ? 'trace' : 'metric',
        label: `${fault}`,
      })),
    ).flat(),
  ).flat();
}
