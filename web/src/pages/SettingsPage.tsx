import { useSearch } from '@tanstack/react-router';
import { type LinkCommand, useLinkCommands } from '../commands/useLinkCommands.ts';
import { PageFrame } from '../components/PageFrame.tsx';
import { ViewLinks } from '../components/ViewLinks.tsx';
import { ChannelsView } from '../settings/ChannelsView.tsx';
import { LearningView } from '../settings/LearningView.tsx';
import { parseSettingsSearch, type SettingsView, settingsViews } from '../settings/settingsSearch.ts';
import { TokensView } from '../settings/TokensView.tsx';
import { YouView } from '../settings/YouView.tsx';

const labels = {
  you: 'You',
  tokens: 'API tokens',
  channels: 'Channels',
  learning: 'Learned severity',
} as const satisfies Record<SettingsView, string>;

const commands: readonly LinkCommand[] = settingsViews.map((view) => ({
  id: `settings.${view}`,
  title: `Settings: ${labels[view]}`,
  keys: [],
  to: '/settings',
  search: searchOf(view),
}));

/** `/settings`: who is signed in, tokens, where the policy sends what, and what was learned. */
export function SettingsPage() {
  const { view = 'you' } = parseSettingsSearch(useSearch({ strict: false }));
  useLinkCommands(commands);
  return (
    <PageFrame title="Settings">
      <ViewLinks
        label="Settings"
        links={settingsViews.map((each) => ({
          label: labels[each],
          to: '/settings',
          search: searchOf(each),
          isCurrent: each === view,
        }))}
      />
      {view === 'you' && <YouView />}
      {view === 'tokens' && <TokensView />}
      {view === 'channels' && <ChannelsView />}
      {view === 'learning' && <LearningView />}
    </PageFrame>
  );
}

function searchOf(view: SettingsView): Record<string, string> {
  return view === 'you' ? {} : { view };
}
