import { useApolloClient } from '@apollo/client/react';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { CreateTokenDocument } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { submitInput } from '../forms/submitInput.ts';
import { useMissingRole } from '../session/useMissingRole.ts';

interface TokenMakerProps {
  /** What the token is called. */
  readonly name: string;
  /** The secret, once it was made. */
  readonly secret: string | undefined;
  readonly onMade: (secret: string) => void;
}

/** Makes a token that may only send signals; its secret stands in the snippet, this once. */
export function TokenMaker({ name, secret, onMade }: TokenMakerProps) {
  const client = useApolloClient();
  const [isMaking, setIsMaking] = useState(false);
  const missingRole = useMissingRole('ADMIN');

  async function make(): Promise<void> {
    setIsMaking(true);
    const { data, problems } = await submitInput(client, CreateTokenDocument, { input: { name, role: 'INGESTER' } });
    setIsMaking(false);
    const made = data?.createApiToken.secret;
    if (problems[0] !== undefined || made == null) {
      toast.error('No token was made', { description: problems[0]?.message });
      return;
    }
    onMade(made);
  }

  if (secret !== undefined) {
    return (
      <p role="status" className="text-13">
        The token stands in the lines above. It is shown this once: copy them now. It may only send signals, and is
        revoked in the settings.
      </p>
    );
  }
  return (
    <Button disabledReason={missingRole} isDisabled={isMaking} onPress={() => void make()}>
      <KeyRound size={14} aria-hidden="true" />
      {isMaking ? 'Making…' : 'Make a token for it'}
    </Button>
  );
}
