import type { Severity } from '../domain/severity.ts';

/** As the world's rules and tools write severities, priorities and levels. */
const severityOf = new Map<string, Severity>([
  ...words('CRITICAL', 'critical crit page emergency fatal disaster p1 sev1 highest'),
  ...words('HIGH', 'error err high major p2 sev2'),
  ...words('MEDIUM', 'warning warn medium minor average p3 sev3'),
  ...words('LOW', 'info informational information notice low none debug p4 p5 sev4 sev5 lowest'),
]);

/** The severity that a word stands for; null when it is none that is known. */
export function severityOfWord(word: unknown): Severity | null {
  return typeof word === 'string' ? (severityOf.get(word.trim().toLowerCase()) ?? null) : null;
}

/** The first word that stands for a severity. */
export function firstSeverity(...candidates: readonly unknown[]): Severity | null {
  for (const candidate of candidates) {
    const severity = severityOfWord(candidate);
    if (severity !== null) return severity;
  }
  return null;
}

function words(severity: Severity, list: string): [string, Severity][] {
  return list.split(' ').map((word) => [word, severity]);
}
