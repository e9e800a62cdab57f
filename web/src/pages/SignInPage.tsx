import { type FormEvent, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Logo } from '../layout/Logo.tsx';
import { signIn } from '../session/session.ts';
import { tokenOfInput } from '../session/token.ts';

interface SignInPageProps {
  /** Why the person is here again. */
  readonly message: string | null;
}

export function SignInPage({ message }: SignInPageProps) {
  const [complaint, setComplaint] = useState<string | null>(null);
  const said = complaint ?? message;
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const token = tokenOfInput(String(new FormData(event.currentTarget).get('token') ?? ''));
    if (token === null) setComplaint('Paste the token or the whole sign-in link.');
    else void signIn(token);
  }
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-5 p-4">
      <title>Sign in · Vigil</title>
      <Logo />
      <form onSubmit={submit} className="surface flex flex-col gap-3 p-4 shadow-card" noValidate>
        <h1 className="text-16 font-semibold">Sign in</h1>
        {said !== null && (
          <p role="alert" id="sign-in-message" className="rounded-md border border-control bg-sunken p-2 text-13">
            {said}
          </p>
        )}
        <label className="flex flex-col gap-1 text-13 font-semibold">
          Token
          <input
            name="token"
            type="password"
            autoComplete="current-password"
            spellCheck={false}
            className="field w-full font-mono font-normal"
            aria-invalid={complaint !== null}
            aria-describedby={said === null ? 'sign-in-help' : 'sign-in-message sign-in-help'}
            onChange={() => setComplaint(null)}
          />
        </label>
        <p id="sign-in-help" className="text-13 text-muted">
          The server prints a sign-in link when it starts. Open it, or paste its token here. It is kept in this browser
          until you sign out.
        </p>
        <Button type="submit" variant="primary">
          Sign in
        </Button>
      </form>
    </main>
  );
}
