import { createContext, type ReactNode, Suspense, use, useCallback, useState } from 'react';
import { lazyPart } from '../../components/lazyPart.ts';
import type { AskedCommand } from './askedCommand.ts';

type Ask = (kind: AskedCommand['kind'], targets: AskedCommand['targets']) => void;

const AskContext = createContext<Ask | null>(null);
const AskedDialog = lazyPart(() => import('./AskedDialog.tsx').then(({ AskedDialog }) => AskedDialog));

/** Asks in a dialog, which is loaded when it is first needed. */
export function AskProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<AskedCommand>();
  const ask = useCallback<Ask>((kind, targets) => setAsked({ kind, targets }), []);
  return (
    <AskContext value={ask}>
      {children}
      {asked !== undefined && (
        <Suspense>
          <AskedDialog asked={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </AskContext>
  );
}

export function useAsk(): Ask {
  const ask = use(AskContext);
  if (ask === null) throw new Error('Nobody asks: this component belongs inside an AskProvider.');
  return ask;
}
