import { useApolloClient } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type LinkCommand, useLinkCommands } from '../commands/useLinkCommands.ts';
import { LinkButton } from '../components/LinkButton.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { ViewLinks } from '../components/ViewLinks.tsx';
import { HeldBackView } from '../silences/HeldBackView.tsx';
import { MaintenanceForm } from '../silences/MaintenanceForm.tsx';
import { MaintenanceView } from '../silences/MaintenanceView.tsx';
import { parseMatchers } from '../silences/matcherText.ts';
import { SilenceForm } from '../silences/SilenceForm.tsx';
import { SilencesView } from '../silences/SilencesView.tsx';
import { parseSilencesSearch } from '../silences/silencesSearch.ts';

const commands: readonly LinkCommand[] = [
  { id: 'silence.new', title: 'New silence', keys: ['n'], words: 'mute create', to: '/silences', search: { new: '1' } },
  {
    id: 'silence.maintenance',
    title: 'Plan maintenance',
    keys: ['Shift+N'],
    words: 'window create',
    to: '/silences',
    search: { view: 'maintenance', new: '1' },
  },
];

/** `/silences`: what is held back, by whom and until when. `?new=1&matcher=service%3D%22api%22` opens the form filled in. */
export function SilencesPage() {
  const search = parseSilencesSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const client = useApolloClient();
  useLinkCommands(commands);
  const { view, state = 'ACTIVE', new: isNew, matcher = '', comment = '', replaces } = search;
  const close = () => void navigate({ to: '/silences', search: view === undefined ? {} : { view } });
  const done = () => {
    close();
    void client.refetchQueries({ include: ['SilenceList', 'MaintenanceList'] });
  };
  const shared = { matchers: parseMatchers(matcher) ?? [], onDone: done, onCancel: close } as const;
  return (
    <PageFrame
      title="Silences"
      actions={
        isNew === undefined && (
          <>
            <LinkButton to="/silences" search={{ view: 'maintenance', new: '1' }} size="normal">
              Plan maintenance
            </LinkButton>
            <LinkButton to="/silences" search={{ new: '1' }} size="normal" variant="primary">
              New silence
            </LinkButton>
          </>
        )
      }
    >
      {isNew !== undefined && view !== 'maintenance' && (
        <SilenceForm key={`${matcher} ${comment}`} {...shared} comment={comment} replaces={replaces} />
      )}
      {isNew !== undefined && view === 'maintenance' && <MaintenanceForm key={matcher} {...shared} />}
      <ViewLinks
        label="What is held back"
        links={[
          { label: 'Silences', to: '/silences', search: {}, isCurrent: view === undefined },
          { label: 'Maintenance', to: '/silences', search: { view: 'maintenance' }, isCurrent: view === 'maintenance' },
          { label: 'Held back now', to: '/silences', search: { view: 'held' }, isCurrent: view === 'held' },
        ]}
      />
      {view === undefined && <SilencesView state={state} />}
      {view === 'maintenance' && <MaintenanceView isActive={state !== 'EXPIRED'} />}
      {view === 'held' && <HeldBackView />}
    </PageFrame>
  );
}
