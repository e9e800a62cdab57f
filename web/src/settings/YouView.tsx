import { useState } from 'react';
import { commandRegistry } from '../commands/commandRegistry.ts';
import { Button } from '../components/Button.tsx';
import { formatAbsolute } from '../components/formatAbsolute.ts';
import { HostileText } from '../components/HostileText.tsx';
import { Section } from '../components/Section.tsx';
import { chooseTimeZone, chosenTimeZone } from '../components/timeZone.ts';
import { useNow } from '../components/useNow.ts';
import { TimeZoneField } from '../forms/TimeZoneField.tsx';
import { browserTimeZone } from '../forms/wallTime.ts';
import { signOut } from '../session/session.ts';
import { useViewer } from '../session/useSession.ts';
import { roleWords } from './roleWords.ts';

/** Who is signed in, and what this browser shall do. */
export function YouView() {
  const viewer = useViewer();
  const [timeZone, setTimeZone] = useState(chosenTimeZone);
  const now = useNow((nowMs) => formatAbsolute(nowMs));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Section title="Signed in" className="flex flex-wrap items-center gap-3 p-3 text-13">
        <p className="min-w-0 flex-1 basis-48">
          <span className="block text-16 font-semibold">
            <HostileText text={viewer.name} />
          </span>
          {viewer.role}: {roleWords[viewer.role]}
        </p>
        <Button onPress={() => signOut()}>Sign out</Button>
      </Section>
      <Section title="Time zone" className="flex flex-col gap-3 p-3 text-13">
        <TimeZoneField
          label="Times are shown in"
          value={timeZone ?? browserTimeZone()}
          onChange={(zone) => {
            chooseTimeZone(zone === browserTimeZone() ? null : zone);
            setTimeZone(chosenTimeZone());
          }}
        />
        <p className="text-muted">Now it is {now}. Kept in this browser.</p>
      </Section>
      <Section title="Notifications and keys" className="flex flex-wrap items-center gap-2 p-3 text-13">
        <p className="basis-full text-muted">
          Of this browser: desktop notifications, sounds and quiet hours, and the keys.
        </p>
        <Button onPress={() => run('notifications')}>Notifications…</Button>
        <Button onPress={() => run('keys')}>Keys…</Button>
      </Section>
    </div>
  );
}

/** What the shell offers, wherever it is asked for. */
function run(id: string): void {
  commandRegistry
    .list()
    .find((command) => command.id === id)
    ?.run(null);
}
