import { toast } from 'sonner';

/** The address of an incident, to be sent to somebody. */
export function incidentUrl(number: number): string {
  return `${window.location.origin}/incidents/${number}`;
}

/** Copies, and says so or why not. */
export function copyText(text: string, done: string): void {
  navigator.clipboard.writeText(text).then(
    () => toast(done),
    () => toast.error('The browser does not let this page copy'),
  );
}
