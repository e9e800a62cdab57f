import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from 'sonner';
import { RevokeTokenDocument, type TokenListQuery } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { submitInput } from '../forms/submitInput.ts';
import { roleWords } from './roleWords.ts';

interface TokenItemProps {
  readonly token: TokenListQuery['apiTokens'][number];
  /** It has the name and role of who is signed in. */
  readonly isOwn: boolean;
  readonly onRevoked: () => void;
}

/** Revoking cannot be taken back, so it asks once more. */
export function TokenItem({ token, isOwn, onRevoked }: TokenItemProps) {
  const { id, name, role, createdAt } = token;
  const client = useApolloClient();
  const [isAsking, setIsAsking] = useState(false);
  const [isRevoking, setIsRevoking] = useState(false);

  async function revoke(): Promise<void> {
    setIsRevoking(true);
    const { problems } = await submitInput(client, RevokeTokenDocument, { input: { id } });
    setIsRevoking(false);
    if (problems[0] !== undefined) toast.error(`${name} was not revoked`, { description: problems[0].message });
    else toast.success(`${name} is revoked`);
    onRevoked();
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 text-13">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">
          <HostileText text={name} />
          {isOwn && <span className="ml-2 font-normal text-muted">as you are signed in</span>}
        </p>
        <p className="text-12 text-muted">
          {role}: {roleWords[role]} · made <RelativeTime at={createdAt} />
        </p>
      </div>
      {isAsking ? (
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="sr-only">Revoke {name}</legend>
          <span>{isOwn ? 'It may be the one you use. Revoke it?' : 'It ends at once. Revoke it?'}</span>
          <Button size="small" variant="primary" isDisabled={isRevoking} autoFocus onPress={() => void revoke()}>
            {isRevoking ? 'Revoking…' : 'Revoke'}
          </Button>
          <Button size="small" onPress={() => setIsAsking(false)}>
            Keep
          </Button>
        </fieldset>
      ) : (
        <Button size="small" aria-label={`Revoke ${name}…`} onPress={() => setIsAsking(true)}>
          Revoke…
        </Button>
      )}
    </li>
  );
}
