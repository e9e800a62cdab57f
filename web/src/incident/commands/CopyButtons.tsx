import { Link2, NotebookText } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import type { IncidentDetail } from '../IncidentDetail.ts';
import { incidentMarkdown } from '../incidentMarkdown.ts';
import { copyText, incidentUrl } from '../incidentUrl.ts';

/** The incident for somebody else: its address, or its facts for a chat or a ticket. */
export function CopyButtons({ incident }: { readonly incident: IncidentDetail }) {
  const shared = { size: 'small', variant: 'quiet' } as const;
  return (
    <>
      <Button {...shared} onPress={() => copyText(incidentUrl(incident.number), 'Link copied')}>
        <Link2 size={13} aria-hidden="true" />
        Copy link
      </Button>
      <Button
        {...shared}
        onPress={() =>
          copyText(incidentMarkdown({ ...incident, reason: incident.decision.reason }), 'Copied as Markdown')
        }
      >
        <NotebookText size={13} aria-hidden="true" />
        Copy as Markdown
      </Button>
    </>
  );
}
