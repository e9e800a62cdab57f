import { useApolloClient } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from 'sonner';
import { RemoveServiceDocument } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { HostileText } from '../components/HostileText.tsx';
import { LinkButton } from '../components/LinkButton.tsx';
import { submitInput } from '../forms/submitInput.ts';
import { useMissingRole } from '../session/useMissingRole.ts';
import { type CatalogueEntry, tierWords } from './catalogue.ts';
import { LearnedCompanions } from './LearnedCompanions.tsx';
import { TierMark } from './TierMark.tsx';

interface ServiceDetailProps {
  readonly entry: CatalogueEntry;
  readonly onRemoved: () => void;
}

/** A service: how much it matters, what it stands on, what stands on it, and what fires with it. */
export function ServiceDetail({ entry, onRemoved }: ServiceDetailProps) {
  const { name, tier, owner, description, dependsOn, dependents } = entry;
  const client = useApolloClient();
  const [isRemoving, setIsRemoving] = useState(false);
  const missingRole = useMissingRole('ADMIN');
  const carries = dependents.length > 0 ? `${dependents.length} others stand on it: change them first.` : undefined;

  async function remove(): Promise<void> {
    setIsRemoving(true);
    const { problems } = await submitInput(client, RemoveServiceDocument, { input: { name } });
    setIsRemoving(false);
    if (problems[0] !== undefined) {
      toast.error(`${name} was not removed`, { description: problems[0].message });
      return;
    }
    toast.success(`${name} was taken out of the catalogue`);
    onRemoved();
  }

  return (
    <section aria-label={`Service ${name}`} className="surface flex min-w-0 flex-col gap-3 p-3 text-13">
      <div className="flex flex-wrap items-start gap-2">
        <h2 className="min-w-0 flex-1 text-16 font-semibold">
          <HostileText text={name} />
        </h2>
        <LinkButton to="/services" search={{ service: name, form: 'edit' }}>
          Edit
        </LinkButton>
        <Button
          size="small"
          disabledReason={missingRole ?? carries}
          isDisabled={isRemoving}
          onPress={() => void remove()}
        >
          Remove
        </Button>
      </div>
      <p className="flex flex-wrap items-center gap-x-2 text-muted">
        <span className="text-text">
          <TierMark tier={tier} />
        </span>
        {isTier(tier) && tierWords[tier]}
        {owner !== null && (
          <>
            {' '}
            · answered for by <HostileText text={owner} />
          </>
        )}
      </p>
      {description !== null && (
        <p className="whitespace-pre-line">
          <HostileText text={description} />
        </p>
      )}
      <Neighbours title="Stands on" names={dependsOn} none="Nothing of the catalogue." />
      <Neighbours title="Carries" names={dependents} none="No other service." />
      <LearnedCompanions service={name} />
      <p className="flex flex-wrap gap-4">
        <Link to="/incidents" search={{ q: name, status: 'OPEN,ACKNOWLEDGED' }}>
          Its incidents that are not resolved
        </Link>
        <Link to="/silences" search={{ new: '1', matcher: `service="${name.replace(/["\\]/g, '\\$&')}"` }}>
          Silence it
        </Link>
      </p>
    </section>
  );
}

interface NeighboursProps {
  readonly title: string;
  readonly names: readonly string[];
  readonly none: string;
}

function Neighbours({ title, names, none }: NeighboursProps) {
  return (
    <div>
      <h3 className="text-12 font-semibold text-muted">{title}</h3>
      {names.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-3 gap-y-1">
          {names.map((name) => (
            <li key={name}>
              <Link to="/services" search={{ service: name }} activeProps={{}} resetScroll={false}>
                <HostileText text={name} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function isTier(tier: number): tier is keyof typeof tierWords {
  return tier in tierWords;
}
