import type { App } from '../application/app.ts';
import { parseSignal } from '../application/parseSignal.ts';
import type { PastAct, PastIncident, PastSignal } from '../application/playPast.ts';
import { storePast } from '../application/storePast.ts';
import { type DemoAct, type DemoPastIncident, pastIncidents } from './demo/past.ts';
import { demoStories } from './demoStories.ts';

/** Gives a new database the demo's two months before today. It is no import: the incidents are as they would be had the demo played all the time. */
export async function storeDemoPast(app: App): Promise<number> {
  const now = await app.clock.now();
  return await storePast(
    app,
    pastIncidents(demoStories, now.getTime()).map((past) => parsePast(past, now)),
  );
}

function parsePast({ signals, acknowledged, resolved }: DemoPastIncident, now: Date): PastIncident {
  return {
    signals: signals.map((signal): PastSignal => {
      const parsed = parseSignal(signal, ['signal'], now);
      if (!parsed.ok) throw new Error(`The demo's past is not well-formed: ${parsed.errors[0]?.message}`);
      return { ...parsed.signal, occurredAt: parsed.signal.occurredAt ?? now };
    }),
    acknowledged: actOf(acknowledged),
    resolved: actOf(resolved),
  };
}

function actOf(act: DemoAct | null): PastAct | null {
  return act === null ? null : { at: new Date(act.atMs), by: act.by, note: act.note };
}
