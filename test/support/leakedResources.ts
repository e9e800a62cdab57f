/** What a test must close. Others, such as file reads, end by themselves. Names as `process.getActiveResourcesInfo` gives them. */
const watched = new Map([
  ['TCPSocketWrap', 'socket'],
  ['TCPServerWrap', 'server'],
  ['TLSWrap', 'TLS socket'],
  ['UDPWrap', 'UDP socket'],
  ['PipeWrap', 'pipe'],
  ['PipeServerWrap', 'pipe server'],
  ['ProcessWrap', 'process'],
  ['FSEventWrap', 'file watcher'],
  ['StatWatcher', 'file watcher'],
  ['Worker', 'worker thread'],
  ['Timeout', 'timer'],
]);

/** What is open now beyond what was open before, in words such as `2 × socket`; empty when nothing is. */
export function leakedResources(before: readonly string[], now: readonly string[]): string[] {
  const countOf = (list: readonly string[], kind: string) => list.filter((entry) => entry === kind).length;
  return [...watched].flatMap(([kind, word]) => {
    const extra = countOf(now, kind) - countOf(before, kind);
    return extra > 0 ? [`${extra} × ${word}`] : [];
  });
}
