import { Download, Pencil } from 'lucide-react';
import type { PolicyVersionQuery } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { HostileText } from '../components/HostileText.tsx';
import { LinkButton } from '../components/LinkButton.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { useMissingRole } from '../session/useMissingRole.ts';
import { exportPolicy } from './exportPolicy.ts';
import { ActiveMark } from './VersionList.tsx';

interface VersionHeaderProps {
  readonly policy: NonNullable<PolicyVersionQuery['policy']>;
  readonly isActive: boolean;
  readonly onActivate: () => void;
}

export function VersionHeader({ policy, isActive, onActivate }: VersionHeaderProps) {
  const missingRole = useMissingRole('ADMIN');
  const { version, name, note, createdBy, createdAt, activatedBy, activatedAt, activationReason, document } = policy;
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="flex flex-wrap items-center gap-2 text-16 font-semibold">
          Version {version} <span className="font-normal text-muted">·</span> <HostileText text={name} />
          {isActive && <ActiveMark />}
        </h2>
        {note !== null && (
          <p className="text-13">
            <HostileText text={note} />
          </p>
        )}
        <p className="text-12 text-muted">
          Made by <HostileText text={createdBy} /> <RelativeTime at={createdAt} />
          {activatedAt !== null && (
            <>
              {isActive ? '; in force since ' : '; last put in force '}
              <RelativeTime at={activatedAt} /> by <HostileText text={activatedBy ?? ''} />:{' '}
              <HostileText text={activationReason ?? ''} />
            </>
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => exportPolicy(version, document)}>
          <Download size={14} aria-hidden="true" />
          Export
        </Button>
        <LinkButton
          to="/policies"
          search={{ edit: String(version) }}
          size="normal"
          variant={isActive ? 'primary' : 'secondary'}
        >
          <Pencil size={14} aria-hidden="true" />
          Edit as a draft
        </LinkButton>
        {!isActive && (
          <Button variant="primary" disabledReason={missingRole} onPress={onActivate}>
            {activatedAt === null ? 'Activate…' : 'Roll back to it…'}
          </Button>
        )}
      </div>
    </header>
  );
}
