import { Link } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { CodeBlock } from '../components/CodeBlock.tsx';
import { useMissingRole } from '../session/useMissingRole.ts';
import { LastSignal, type SignalSource } from './LastSignal.tsx';
import { TokenMaker } from './TokenMaker.tsx';
import { useTestSignal } from './useTestSignal.ts';
import type { Way } from './ways.ts';

interface WayViewProps {
  readonly way: Way;
  /** Of its source; null when there was none of late, undefined while that is not known. */
  readonly last: SignalSource | null | undefined;
  readonly onSent: () => void;
}

/** One way in: what to paste where, a token for it, a test, and whether anything came. */
export function WayView({ way, last, onSent }: WayViewProps) {
  const [secret, setSecret] = useState<string>();
  const { isSending, send } = useTestSignal(way, onSent);
  const missingRole = useMissingRole('RESPONDER');
  return (
    <section aria-label={way.title} className="surface flex min-w-0 flex-col gap-3 p-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="text-16 font-semibold">{way.title}</h2>
        <p className="text-13 text-muted">{way.about}</p>
        <p className="ml-auto text-12 text-muted">
          <LastSignal source={way.source} last={last} />
        </p>
      </div>
      <CodeBlock
        label={`How to set up ${way.title}`}
        text={way.snippet(window.location.origin, secret ?? '$VIGIL_TOKEN')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <TokenMaker name={`${way.title} (sender)`} secret={secret} onMade={setSecret} />
        <Button disabledReason={missingRole} isDisabled={isSending} onPress={() => void send()}>
          <Send size={14} aria-hidden="true" />
          {isSending ? 'Sending…' : 'Send a test signal'}
        </Button>
        <Link to="/incidents" search={{ order: 'OPENED_AT_DESC' }} className="text-13">
          What became of it
        </Link>
      </div>
    </section>
  );
}
