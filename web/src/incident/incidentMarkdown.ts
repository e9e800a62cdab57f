import { formatAbsolute } from '../components/formatAbsolute.ts';
import { severityWord } from '../components/severity.ts';
import { statusWord } from '../components/status.ts';
import type { CommandTarget } from './commands/CommandTarget.ts';
import { incidentUrl } from './incidentUrl.ts';

interface Described extends CommandTarget {
  readonly openedAt?: string;
  readonly acknowledgedBy?: string | null;
  readonly resolvedBy?: string | null;
  /** Why it is so severe. */
  readonly reason?: string;
}

/** An incident for a chat or a ticket. Text from outside is escaped: a title must not become a link or an image. */
export function incidentMarkdown(incident: Described, linkOf: (number: number) => string = incidentUrl): string {
  const { number, title, service, severity, status, openedAt, acknowledgedBy, resolvedBy, assignee, reason } = incident;
  const facts = [
    `- Severity: ${severityWord[severity]}`,
    `- Status: ${statusWord[status]}${by(status === 'RESOLVED' ? resolvedBy : acknowledgedBy)}`,
    `- Service: ${escaped(service)}`,
    ...(openedAt === undefined ? [] : [`- Opened: ${formatAbsolute(Date.parse(openedAt))}`]),
    ...(assignee === null ? [] : [`- Assigned to: ${escaped(assignee)}`]),
    ...(reason === undefined ? [] : [`- Why: ${escaped(reason)}`]),
  ];
  return [`**[#${number} ${escaped(title)}](${linkOf(number)})**`, '', ...facts, ''].join('\n');
}

function by(name: string | null | undefined): string {
  return name === null || name === undefined ? '' : ` by ${escaped(name)}`;
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#!|~]/g, '\\$&');
}
