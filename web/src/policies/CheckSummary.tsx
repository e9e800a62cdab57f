import { describeError } from '../components/describeError.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { HostileText } from '../components/HostileText.tsx';
import { ChangeList } from './ChangeList.tsx';
import type { PolicyCheck } from './usePolicyCheck.ts';

interface CheckSummaryProps {
  readonly check: PolicyCheck;
  readonly text: string;
  readonly activeVersion: number;
}

/** What is wrong with the draft, with its lines, or what it would change. */
export function CheckSummary({ check, text, activeVersion }: CheckSummaryProps) {
  const { changes, problems, isChecking, error } = check;
  if (error !== undefined) {
    return <ErrorNotice title="The draft could not be checked." detail={describeError(error).detail} />;
  }
  return (
    <section aria-label="Check" aria-busy={isChecking} className="surface flex flex-col gap-1.5 px-3 py-2 text-13">
      <p aria-live="polite" className="font-semibold">
        {headline(check, activeVersion)}
      </p>
      {problems.length > 0 && (
        <ul className="flex flex-col gap-1">
          {problems.map(({ from, message }) => (
            <li key={`${from} ${message}`} className="field-problem">
              Line {lineOf(text, from)}: <HostileText text={message} />
            </li>
          ))}
        </ul>
      )}
      {problems.length === 0 && changes !== undefined && changes.length > 0 && (
        <details>
          <summary className="min-h-6 text-12">Field by field</summary>
          <ChangeList changes={changes} />
        </details>
      )}
    </section>
  );
}

function headline({ changes, problems, isChecking }: PolicyCheck, activeVersion: number): string {
  if (changes === undefined) return 'Checking…';
  const dots = isChecking ? ' · checking…' : '';
  if (problems.length > 0) return `${problems.length === 1 ? '1 problem' : `${problems.length} problems`}${dots}`;
  if (changes.length === 0) return `Says the same as version ${activeVersion}, which is in force${dots}`;
  const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  return `Valid: ${count} against version ${activeVersion}, which is in force${dots}`;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
